"""Ukrainian and Russian given names that desks spell by custom more than by letter: Alexander, Yulia, Sergei.

>>> GIVEN["юлия"][:2]
(('yulia', 0.0), ('yuliya', 0.3))
"""

from __future__ import annotations

from newsnorm.romanization.lattice import parse_prices

__all__ = ["GIVEN"]

GIVEN = parse_prices(
    """
александр alexander aleksandr=0.1 alexandr=0.5 aleksander=0.7
олександр oleksandr olexandr=0.5 oleksander=0.7 alexander=0.8
алексей alexei alexey=0.1 aleksei=0.3 aleksey=0.3
олексій oleksii oleksiy=0.1 olexiy=0.6 olexii=0.7 oleksi=1
андрей andrei andrey=0.1 andrej=0.8
андрій andrii andriy=0.1 andrij=0.8 andry=1
анна anna
борис boris
василий vasily vasiliy=0.3 vasili=0.5 vassily=0.5 vasilii=0.7
василь vasyl vasil=0.6
виктор viktor victor=0.2
віктор viktor victor=0.2
віталій vitalii vitaliy=0.1 vitaly=0.3 vitali=0.4
виталий vitaly vitaliy=0.1 vitali=0.3 vitalii=0.5
владимир vladimir
володимир volodymyr volodimir=0.4 volodymir=0.6 wolodymyr=1
вячеслав vyacheslav viacheslav=0.2
в'ячеслав viacheslav vyacheslav=0.1
ганна hanna ganna=0.5
геннадий gennady gennadiy=0.3 gennadi=0.4 gennadii=0.6
геннадій hennadii hennadiy=0.2 gennadiy=0.5 hennady=0.5
дарья darya daria=0.1 dariya=0.8
дмитрий dmitry dmitri=0.1 dmitriy=0.2 dmitrii=0.5 dimitri=0.9
дмитро dmytro dmitro=0.5
евгений yevgeny evgeny=0.1 evgeni=0.3 yevgeni=0.3 evgeniy=0.5 yevgeniy=0.5 evgenii=0.7
елена elena yelena=0.2
олена olena
иван ivan
іван ivan
игорь igor
ігор ihor igor=0.5
ирина irina
ірина iryna irina=0.5
катерина kateryna katerina=0.5
кирилл kirill kiril=0.5
кирило kyrylo kyrilo=0.7 kirilo=0.9
константин konstantin constantine=0.6 constantin=0.8
ксения ksenia kseniya=0.4 xenia=0.8
мария maria mariya=0.3
марія mariia maria=0.2 mariya=0.3
михаил mikhail mihail=0.8
михайло mykhailo mykhaylo=0.2 mikhailo=0.5
микола mykola mikola=0.6
николай nikolai nikolay=0.1 nikolaj=0.8
наталья natalya natalia=0.1 nataliya=0.4
наталія nataliia natalia=0.1 nataliya=0.2 natalya=0.6
никита nikita
олег oleg
оксана oksana oxana=0.7
павел pavel
павло pavlo
петро petro
пётр pyotr petr=0.2 piotr=0.6
сергей sergei sergey=0.1 serguei=0.8 sergej=0.8
сергій serhii serhiy=0.1 sergiy=0.4 sergii=0.5 serhij=1 sergey=1
татьяна tatyana tatiana=0.1
тетяна tetiana tetyana=0.1
светлана svetlana
світлана svitlana
федор fedor fyodor=0.1
фёдор fyodor fedor=0.1
юлия yulia yuliya=0.3 julia=0.6 iulia=1
юлія yuliia yulia=0.1 yuliya=0.2 iuliia=0.8 julia=0.6
юрий yuri yury=0.1 yuriy=0.3 iurii=1
юрій yurii yuriy=0.1 yuri=0.4 yury=0.6
валерий valery valeriy=0.3 valeri=0.4 valerii=0.6
валерій valerii valeriy=0.1 valery=0.5 valeri=0.7
денис denis
григорий grigory grigori=0.2 grigoriy=0.3
"""
)
