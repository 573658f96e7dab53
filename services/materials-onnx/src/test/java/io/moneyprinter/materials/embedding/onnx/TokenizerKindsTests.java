package io.moneyprinter.materials.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of tokenizers that models for embeddings come with, besides that of BERT. */
class TokenizerKindsTests {

    @TempDir
    Path directory;

    @Test
    void readsThoseOfMultilingualModels() throws Exception {
        var tokens = read("""
                {"version": "1.0", "truncation": null, "padding": null,
                 "added_tokens": [
                  {"id": 0, "content": "<s>", "single_word": false, "lstrip": false, "rstrip": false,
                   "normalized": false, "special": true},
                  {"id": 2, "content": "</s>", "single_word": false, "lstrip": false, "rstrip": false,
                   "normalized": false, "special": true}],
                 "normalizer": {"type": "NFKC"},
                 "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"},
                  {"type": "Metaspace", "replacement": "▁", "add_prefix_space": true}]},
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                   {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                  "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
                  "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]},
                   "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}}},
                 "decoder": {"type": "Metaspace", "replacement": "▁", "add_prefix_space": true},
                 "model": {"type": "Unigram", "unk_id": 3, "vocab": [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0],
                  ["<unk>", 0.0], ["▁", -3.0], ["▁Biene", -5.0], ["n", -6.0], ["蜜蜂", -7.0], ["▁Bien", -9.0]]}}
                """);

        assertThat(tokens.of("Bienen")).containsExactly(0, 5, 6, 2);
        assertThat(tokens.of("蜜蜂")).containsExactly(0, 4, 7, 2);
        assertThat(tokens.of("?")).containsExactly(0, 4, 3, 2);
        tokens.close();
    }

    @Test
    void readsThoseOfClip() throws Exception {
        var tokens = read("""
                {"version": "1.0", "truncation": null, "padding": null,
                 "added_tokens": [
                  {"id": 6, "content": "<|startoftext|>", "single_word": false, "lstrip": false, "rstrip": false,
                   "normalized": true, "special": true},
                  {"id": 7, "content": "<|endoftext|>", "single_word": false, "lstrip": false, "rstrip": false,
                   "normalized": false, "special": true}],
                 "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFC"},
                  {"type": "Replace", "pattern": {"Regex": "\\\\s+"}, "content": " "}, {"type": "Lowercase"}]},
                 "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
                  {"type": "Split", "pattern": {"Regex": "[\\\\p{L}]+|[\\\\p{N}]|[^\\\\s\\\\p{L}\\\\p{N}]+"},
                   "behavior": "Removed", "invert": true},
                  {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true}]},
                 "post_processor": {"type": "RobertaProcessing", "sep": ["<|endoftext|>", 7],
                  "cls": ["<|startoftext|>", 6], "trim_offsets": false, "add_prefix_space": false},
                 "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true},
                 "model": {"type": "BPE", "dropout": null, "unk_token": "<|endoftext|>",
                  "continuing_subword_prefix": "", "end_of_word_suffix": "</w>", "fuse_unk": false,
                  "vocab": {"b": 0, "e": 1, "e</w>": 2, "be": 3, "be</w>": 4, "bee</w>": 5,
                   "<|startoftext|>": 6, "<|endoftext|>": 7},
                  "merges": ["b e", "b e</w>", "be e</w>"]}}
                """);

        assertThat(tokens.of("Bee  be")).containsExactly(6, 5, 4, 7);
        assertThat(tokens.of("be ".repeat(100))).hasSize(77).startsWith(6, 4).endsWith(4, 7);
        tokens.close();
    }

    private TextTokens read(String json) throws Exception {
        var file = Files.writeString(directory.resolve("tokenizer.json"), json);
        return TextTokens.read(NativeTokenizers.in(RealModels.UNPACKED), file, 77);
    }
}
