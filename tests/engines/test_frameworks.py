"""Each framework adapter, run by its real framework, gives what `normalize` gives."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import newsnorm

OPTIONS: dict[str, Any] = {"language": "en", "stages": ("encoding", "spacing", "names")}
TEXTS = [
    'The cafÃ© at the pier reopened."A new start"said the owner.',
    "He arrived in Kiev on Tuesday.Then he left for Odessa.",
    "Nothing is wrong with this one.",
    "",
]
ARTICLES = [newsnorm.normalize(text, **OPTIONS) for text in TEXTS]
CLEAN = [article.text for article in ARTICLES]
LANGUAGES = [article.language for article in ARTICLES]


def test_scikit_learn() -> None:
    pytest.importorskip("sklearn")
    from sklearn.base import clone
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.model_selection import GridSearchCV
    from sklearn.naive_bayes import MultinomialNB
    from sklearn.pipeline import make_pipeline

    from newsnorm.adapters.scikit_learn import Normalizer

    options = newsnorm.Options(**OPTIONS)
    normalizer = clone(Normalizer(options=options, workers=2))
    assert normalizer.get_params() == {"options": options, "workers": 2}
    assert pickle.loads(pickle.dumps(normalizer)).transform(TEXTS) == CLEAN
    with pytest.raises(TypeError, match="must be a str, not int"):
        normalizer.transform([1])
    assert make_pipeline(normalizer).set_output(transform="pandas").transform(TEXTS) == CLEAN
    pipeline = make_pipeline(Normalizer(options=options), TfidfVectorizer(), MultinomialNB())
    plain = make_pipeline(TfidfVectorizer(), MultinomialNB())
    labels = [0, 1, 0, 1]
    assert (
        pipeline.fit(TEXTS, labels).predict_proba(TEXTS).tolist()
        == plain.fit(CLEAN, labels).predict_proba(CLEAN).tolist()
    )
    search = GridSearchCV(pipeline, {"normalizer__options": [None, options]}, cv=2).fit(TEXTS, labels)
    assert search.best_params_["normalizer__options"] in (None, options)


def make_spacy() -> Any:
    spacy = pytest.importorskip("spacy")
    import newsnorm.adapters.spacy  # noqa: F401 -- registers the component

    nlp = spacy.blank("en")
    nlp.add_pipe("newsnorm", first=True, config={"options": {**OPTIONS, "stages": list(OPTIONS["stages"])}})
    nlp.add_pipe("sentencizer")
    return nlp


def check_spacy(docs: list[Any]) -> None:
    assert [doc.text for doc in docs] == CLEAN
    for doc, article in zip(docs, ARTICLES, strict=True):
        assert doc._.article == article
        for part in [*doc, *doc.sents]:
            start = getattr(part, "idx", None) if hasattr(part, "idx") else part.start_char
            assert part._.raw_span == article.to_raw(start, start + len(part.text))


@pytest.mark.parametrize("processes", [1, 2])
def test_spacy(processes: int) -> None:
    check_spacy(list(make_spacy().pipe(TEXTS, n_process=processes)))


def test_spacy_stores_and_loads(tmp_path: Path) -> None:
    nlp = make_spacy()
    from spacy import load
    from spacy.tokens import DocBin

    nlp.to_disk(tmp_path / "pipeline")
    docs = [load(tmp_path / "pipeline")(text) for text in TEXTS]
    check_spacy(docs)
    stored = DocBin(docs=docs, store_user_data=True).to_bytes()
    check_spacy(list(DocBin().from_bytes(stored).get_docs(nlp.vocab)))
    assert nlp.make_doc("raw")._.article is None


def test_datatrove(tmp_path: Path) -> None:
    pytest.importorskip("datatrove")
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from newsnorm.adapters.datatrove import NewsNormalizer

    (tmp_path / "in").mkdir()
    texts = [text for text in TEXTS if text]  # the reader drops empty ones
    lines = [json.dumps({"text": text, "id": str(i), "metadata": {"i": i}}) for i, text in enumerate(texts)]
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    executor = LocalPipelineExecutor(
        pipeline=[
            JsonlReader(str(tmp_path / "in")),
            NewsNormalizer(details=["language"], **OPTIONS),
            JsonlWriter(str(tmp_path / "out"), compression=None),
        ],
        logging_dir=str(tmp_path / "logs"),
    )
    executor.run()
    (output,) = (tmp_path / "out").glob("*.jsonl")
    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [row["text"] for row in rows] == [text for text in CLEAN if text]
    assert [row["metadata"]["language"] for row in rows] == ["en"] * len(texts)
    assert "encoding/" in (tmp_path / "logs" / "stats.json").read_text(encoding="utf-8")


def test_langchain() -> None:
    pytest.importorskip("langchain_core")
    import asyncio

    from langchain_core.documents import Document

    from newsnorm.adapters.langchain import NewsNormalizer

    documents = [Document(text, id=str(i), metadata={"title": "mine", "i": i}) for i, text in enumerate(TEXTS)]
    transformer = NewsNormalizer(details=["language", "title"], **OPTIONS)
    made = transformer.transform_documents(documents)
    assert [document.page_content for document in made] == CLEAN
    assert [(d.id, d.metadata["i"], d.metadata["title"], d.metadata["language"]) for d in made] == [
        (str(i), i, "mine", language) for i, language in enumerate(LANGUAGES)
    ]
    assert [document.page_content for document in documents] == TEXTS
    assert asyncio.run(transformer.atransform_documents(documents)) == made


def test_llama_index(tmp_path: Path) -> None:
    pytest.importorskip("llama_index.core")
    from llama_index.core.ingestion import IngestionCache, IngestionPipeline
    from llama_index.core.schema import Document

    from newsnorm.adapters.llama_index import NewsNormalizer

    documents = [Document(text=text, id_=str(i), metadata={"i": i}) for i, text in enumerate(TEXTS)]
    transformation = NewsNormalizer(details=["language"], options=OPTIONS)
    pipeline = IngestionPipeline(transformations=[transformation], cache=IngestionCache())
    for _ in range(2):  # the second time from the cache
        made = pipeline.run(documents=documents)
        assert [node.get_content() for node in made] == CLEAN
        assert [node.metadata for node in made] == [{"i": i, "language": code} for i, code in enumerate(LANGUAGES)]
        assert [node.node_id for node in made] == ["0", "1", "2", "3"]
    assert [document.text for document in documents] == TEXTS


def test_haystack() -> None:
    pytest.importorskip("haystack")
    from haystack import Document, Pipeline
    from haystack.components.writers import DocumentWriter
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    from newsnorm.adapters.haystack import NewsNormalizer

    pipeline = Pipeline()
    options = {**OPTIONS, "stages": list(OPTIONS["stages"])}
    pipeline.add_component("normalizer", NewsNormalizer(details=["language"], options=options))
    pipeline.add_component("writer", DocumentWriter(InMemoryDocumentStore()))
    pipeline.connect("normalizer.documents", "writer.documents")
    pipeline = Pipeline.loads(pipeline.dumps(), allowed_modules=["newsnorm.adapters.haystack", "haystack.*"])
    documents = [Document(content=text, meta={"i": i}) for i, text in enumerate(TEXTS)] + [Document(meta={"i": 4})]
    pipeline.run({"normalizer": {"documents": documents}})
    store = pipeline.get_component("writer").document_store
    made = sorted(store.filter_documents(), key=lambda document: document.meta["i"])
    assert [document.content for document in made] == [*CLEAN, None]
    assert [document.meta.get("language") for document in made] == [*LANGUAGES, None]
    assert [document.content for document in documents[:4]] == TEXTS
