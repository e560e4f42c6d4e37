using System.Text;
using CsCheck;
using Overflight.Record.Leaves;
using Overflight.Record.Merkle;

namespace Overflight.Record.Tests.Leaves;

public sealed class LeafTests
{
    private static readonly MerkleHash s_previous = MerkleTree.HashLeaf("before"u8);

    [Fact]
    public void A_leaf_is_exactly_these_bytes()
    {
        var draft = LeafDraft.Create("flight.departure", "N123", """{"to":"EGLL","from":"KJFK","persons":3,"é":null}"""u8);
        Assert.Equal("""{"from":"KJFK","kind":"flight.departure","n":0,"persons":3,"prev":null,"subject":"N123","t":1764504000000,"to":"EGLL","v":1,"é":null}""", Text(draft.Make(0, 1_764_504_000_000, null)));
        var second = draft.Make(1, 1_764_504_000_001, s_previous);
        Assert.Contains($"\"prev\":\"{s_previous.ToBase64Url()}\"", Text(second), StringComparison.Ordinal);
        var leaf = Leaf.Parse(second);
        Assert.Equal(("flight.departure", "N123", 1L, 1_764_504_000_001L), (leaf.Kind, leaf.Subject, leaf.N, leaf.Time));
        Assert.Equal(s_previous, leaf.Previous);
        Assert.Equal(MerkleTree.HashLeaf(second), leaf.Hash);
        Assert.Equal(["from", "persons", "to", "é"], leaf.FieldNames);
        Assert.Equal("3", Text(leaf.Field("persons")!.Value.ToArray()));
        Assert.Null(leaf.Field("kind"));
    }

    [Fact]
    public void Sealed_fields_stand_among_sixteen_digests()
    {
        foreach (var count in new[] { 1, 2, 15, 16 })
        {
            var fields = Enumerable.Range(0, count).ToDictionary(i => $"f{i}", i => new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes($"{i}")));
            var draft = LeafDraft.Create("entry", "s", "{}"u8, fields, random: SeededRandom.Of(count));
            var leaf = Leaf.Parse(draft.Make(0, 1, null));
            Assert.Equal(16, leaf.Digests.Count);
            Assert.Equal(leaf.Digests.Order(StringComparer.Ordinal), leaf.Digests);
            Assert.Equal(count, leaf.Resolve(draft.Disclosures).Count);
            Assert.Equal(draft.Make(0, 1, null), LeafDraft.Create("entry", "s", "{}"u8, fields, random: SeededRandom.Of(count)).Make(0, 1, null));
        }
        var many = Enumerable.Range(0, 17).ToDictionary(i => $"f{i}", _ => new ReadOnlyMemory<byte>("1"u8.ToArray()));
        Assert.Contains("1 to 16", Refusal(() => LeafDraft.Create("entry", "s", "{}"u8, many)), StringComparison.Ordinal);
        Assert.Contains("public or sealed", Refusal(() => LeafDraft.Create("entry", "s", """{"f0":1}"""u8, many.Take(1).ToDictionary())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_is_read_with_what_it_states()
    {
        var draft = LeafDraft.Parse("""{"kind":"crew.change","subject":"N1","t":5,"v":1,"n":0,"prev":null,"pilot":"A","base":"X"}"""u8, ["pilot"], SeededRandom.Of(1));
        Assert.Equal(("crew.change", "N1", 5L), (draft.Kind, draft.Subject, draft.Time));
        var leaf = Leaf.Parse(draft.Make(0, 5, null));
        Assert.Equal(["base"], leaf.FieldNames);
        Assert.Equal("\"A\"", Text(leaf.Resolve(draft.Disclosures)["pilot"].Value.ToArray()));
        Assert.Contains("says n 0", Refusal(() => draft.Make(1, 5, s_previous)), StringComparison.Ordinal);
        Assert.Contains("says prev null", Refusal(() => LeafDraft.Parse("""{"prev":null}"""u8).Make(1, 5, s_previous)), StringComparison.Ordinal);
        LeafDraft.Parse(Encoding.UTF8.GetBytes($"{{\"prev\":\"{s_previous.ToBase64Url()}\"}}")).Make(1, 5, s_previous);
        var plain = LeafDraft.Parse("""{"note":"x"}"""u8);
        Assert.Equal(("entry", "record", null), (plain.Kind, plain.Subject, plain.Time));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"a":1.5}""")]
    [InlineData("""{"a":1.0}""")]
    [InlineData("""{"a":-0}""")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"_a":1}""")]
    [InlineData("""{"_sd":[]}""")]
    [InlineData("""{"...":1}""")]
    [InlineData("""{"kind":"record.hold"}""")]
    [InlineData("""{"kind":"Upper"}""")]
    [InlineData("""{"kind":"a..b"}""")]
    [InlineData("""{"kind":".a"}""")]
    [InlineData("""{"kind":"a-"}""")]
    [InlineData("""{"kind":"1a"}""")]
    [InlineData("""{"kind":""}""")]
    [InlineData("""{"kind":1}""")]
    [InlineData("""{"subject":""}""")]
    [InlineData("""{"subject":"a\nb"}""")]
    [InlineData("""{"subject":"a\u0085b"}""")]
    [InlineData("""{"v":2}""")]
    [InlineData("""{"v":"1"}""")]
    [InlineData("""{"t":-1}""")]
    [InlineData("""{"t":"1"}""")]
    [InlineData("""{"n":-1}""")]
    [InlineData("""{"prev":1}""")]
    [InlineData("{\"a\":1")]
    public void A_line_that_breaks_a_rule_is_refused(string line) => Assert.Throws<RecordException>(() => LeafDraft.Parse(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void Lines_at_the_limits()
    {
        LeafDraft.Parse(Encoding.UTF8.GetBytes($"{{\"kind\":\"{new string('a', 64)}\"}}"));
        Assert.Throws<RecordException>(() => LeafDraft.Parse(Encoding.UTF8.GetBytes($"{{\"kind\":\"{new string('a', 65)}\"}}")));
        LeafDraft.Parse(Encoding.UTF8.GetBytes($"{{\"subject\":\"{string.Concat(Enumerable.Repeat("😀", 200))}\"}}"));
        Assert.Throws<RecordException>(() => LeafDraft.Parse(Encoding.UTF8.GetBytes($"{{\"subject\":\"{new string('a', 201)}\"}}")));
        Assert.Contains("no field \"x\" to seal", Refusal(() => LeafDraft.Parse("""{"y":1}"""u8, ["y", "x"])), StringComparison.Ordinal);
        Assert.Contains("no field \"kind\" to seal", Refusal(() => LeafDraft.Parse("""{"kind":"a"}"""u8, ["kind"])), StringComparison.Ordinal);
        static byte[] Sized(int length) => Encoding.ASCII.GetBytes($"{{\"x\":\"{new string('x', length)}\"}}");
        var largest = LeafDraft.Parse(Sized(65_386)).Make(CanonicalJson.MaximumInteger, LeafRules.MaximumTime, s_previous);
        Assert.True(largest.Length is > 65_500 and <= 65_535, $"{largest.Length}");
        Leaf.Parse(largest);
        Assert.Contains("t is Unix milliseconds", Refusal(() => Leaf.Parse(LeafDraft.Parse("{}"u8).Make(0, LeafRules.MaximumTime + 1, null))), StringComparison.Ordinal);
        Assert.Contains("is more than 65535", Refusal(() => LeafDraft.Parse(Sized(65_500))), StringComparison.Ordinal);
    }

    /// <summary>Each rule of docs/record.md, "Leaves", broken by itself.</summary>
    [Theory]
    [InlineData("\"v\":1", "\"v\":2", "version 2")]
    [InlineData(",\"v\":1", "", "no v")]
    [InlineData("\"v\":1", "\"v\":\"1\"", "v is a whole number")]
    [InlineData("\"kind\":\"entry\"", "\"kind\":\"En\"", "no kind")]
    [InlineData("\"kind\":\"entry\",", "", "has no kind")]
    [InlineData("\"kind\":\"entry\"", "\"kind\":1", "kind is a text")]
    [InlineData("\"subject\":\"s\"", "\"subject\":\"\"", "subject has 1 to 200")]
    [InlineData(",\"subject\":\"s\"", "", "has no subject")]
    [InlineData("\"n\":1", "\"n\":0", "prev is null in a subject's first")]
    [InlineData("\"n\":1", "\"n\":-1", "n is a whole number")]
    [InlineData("\"n\":1,", "", "has no n")]
    [InlineData("\"t\":5", "\"t\":-5", "t is a whole number")]
    [InlineData(",\"t\":5", "", "has no t")]
    [InlineData("\"n\":1", "\"n\":1.0", "whole")]
    [InlineData("\"a\":1", "\"a\":-0", "whole")]
    [InlineData("\"a\":1", "\"a\": 1", "canonical form (RFC 8785), from byte 5")]
    [InlineData("\"a\":1", "\"a\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]", "nested more than 16")]
    [InlineData("{\"a\":1,", "{\"z\":1,", "canonical form")]
    [InlineData("{\"a\":1,", "{\"...\":1,", "no field")]
    [InlineData("{\"a\":1,", "{\"_x\":1,", "no field")]
    [InlineData("{\"a\":1,", "{\"a\":1,\"a\":1,", "twice")]
    [InlineData("{\"a\":1,", "{\"_sd_alg\":\"sha-256\",\"a\":1,", "both _sd and _sd_alg")]
    public void Every_rule_is_checked(string good, string bad, string message)
    {
        var leaf = $"{{\"a\":1,\"kind\":\"entry\",\"n\":1,\"prev\":\"{s_previous.ToBase64Url()}\",\"subject\":\"s\",\"t\":5,\"v\":1}}";
        Leaf.Parse(Encoding.UTF8.GetBytes(leaf));
        Assert.Contains(good, leaf, StringComparison.Ordinal);
        Assert.Contains(message, Refusal(() => Leaf.Parse(Encoding.UTF8.GetBytes(leaf.Replace(good, bad, StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("\"AAAA\"")]
    [InlineData("\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB\"")]
    [InlineData("\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"")]
    [InlineData("\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+A\"")]
    public void Prev_is_a_hash_in_its_one_form(string prev) =>
        Assert.Throws<RecordException>(() => Leaf.Parse(Encoding.UTF8.GetBytes($"{{\"kind\":\"entry\",\"n\":1,\"prev\":{prev},\"subject\":\"s\",\"t\":5,\"v\":1}}")));

    [Fact]
    public void Digests_are_sixteen_in_order()
    {
        var good = Text(LeafDraft.Create("entry", "s", "{}"u8, new Dictionary<string, ReadOnlyMemory<byte>> { ["a"] = "1"u8.ToArray() }).Make(0, 1, null));
        var digests = Leaf.Parse(Encoding.UTF8.GetBytes(good)).Digests;
        foreach (var bad in new[]
        {
            good.Replace($"\"{digests[0]}\",", "", StringComparison.Ordinal),
            good.Replace($"\"{digests[0]}\",", $"\"{digests[0]}\",\"{digests[0]}\",", StringComparison.Ordinal),
            good.Replace(digests[1], digests[0], StringComparison.Ordinal),
            good.Replace(digests[0], "x", StringComparison.Ordinal).Replace(digests[1], digests[0], StringComparison.Ordinal).Replace("\"x\"", $"\"{digests[1]}\"", StringComparison.Ordinal),
            good.Replace(digests[15], "zz", StringComparison.Ordinal),
            good.Replace($"\"{digests[0]}\"", "1", StringComparison.Ordinal),
            good.Replace("sha-256", "sha-512", StringComparison.Ordinal),
            good.Replace(",\"_sd_alg\":\"sha-256\"", "", StringComparison.Ordinal),
            good.Replace("\"_sd\":[", "\"_sd\":[[],", StringComparison.Ordinal),
        })
            Assert.Contains("_sd", Refusal(() => Leaf.Parse(Encoding.UTF8.GetBytes(bad))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaf_sealed_as_a_whole_shows_three_fields()
    {
        var draft = LeafDraft.Parse("""{"kind":"flight.departure","subject":"N123","from":"KJFK","z":[1]}"""u8).SealWhole("CONFIDENTIAL", "Court of X", new(2030, 1, 31), SeededRandom.Of(3));
        var leaf = Leaf.Parse(draft.Make(0, 9, null));
        Assert.Equal(("record.sealed", "sealed"), (leaf.Kind, leaf.Subject));
        Assert.Equal(["marking", "releaseAuthority", "reviewDate"], leaf.FieldNames);
        Assert.DoesNotContain("N123", Text(leaf.Bytes.ToArray()), StringComparison.Ordinal);
        var opened = SealedLeaf.Open(leaf, Assert.Single(draft.Disclosures));
        Assert.Equal(("flight.departure", "N123", """{"from":"KJFK","kind":"flight.departure","subject":"N123","z":[1]}"""), (opened.InnerKind, opened.InnerSubject, Text(opened.Value.ToArray())));

        var text = Text(leaf.Bytes.ToArray());
        foreach (var (good, bad) in new[] { ("2030-01-31", "2030-02-31"), ("2030-01-31", "31.1.2030"), ("\"subject\":\"sealed\"", "\"subject\":\"other\""), ("\"marking\":\"CONFIDENTIAL\",", ""), ("\"kind\":", "\"extra\":1,\"kind\":") })
            Assert.Throws<RecordException>(() => Leaf.Parse(Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal))));
        Assert.Throws<RecordException>(() => LeafDraft.Parse("""{"a":1}"""u8, ["a"]).SealWhole("M", "A", new(2030, 1, 1)));
        Assert.Throws<RecordException>(() => LeafDraft.Parse("""{"n":1}"""u8).SealWhole("M", "A", new(2030, 1, 1)));
        Assert.Throws<RecordException>(() => LeafDraft.Parse("""{"a":1}"""u8).SealWhole("", "A", new(2030, 1, 1)));
    }

    [Fact]
    public void Any_fields_come_back_from_a_leaf() =>
        Gen.Select(Gen.Select(JsonGen.Name, JsonGen.LeafValue).Array[0, 8], Gen.Long[0, LeafRules.MaximumTime], Gen.Bool).Sample((members, number, first) =>
        {
            var distinct = members.DistinctBy(m => Text(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(m.Item1)))).Where(m => Text(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(m.Item1))) is not ("\"v\"" or "\"n\"" or "\"t\"")).ToArray();
            var draft = LeafDraft.Parse(Encoding.UTF8.GetBytes("{" + string.Join(", ", distinct.Select(m => $"{m.Item1}: {m.Item2}")) + "}"));
            var n = first ? 0 : number + 1;
            var bytes = draft.Make(n, number, first ? null : s_previous);
            Assert.Equal(bytes, CanonicalJson.CanonicalizeLeaf(bytes));
            var leaf = Leaf.Parse(bytes);
            Assert.Equal((n, number, distinct.Length), (leaf.N, leaf.Time, leaf.FieldNames.Count()));
            foreach (var (name, value) in distinct)
                Assert.Equal(CanonicalJson.CanonicalizeLeaf(Encoding.UTF8.GetBytes(value)), leaf.Field(System.Text.Json.JsonSerializer.Deserialize<string>(name)!)!.Value.ToArray());
        }, iter: 2_000);

    [Fact]
    public void No_bytes_do_anything_but_parse_or_be_refused()
    {
        var seeds = new[]
        {
            LeafDraft.Create("flight.departure", "N1", """{"a":[1,{"b":"\n"}],"é":"x"}"""u8).Make(3, 77, s_previous),
            LeafDraft.Parse("""{"a":1,"b":"2"}"""u8, ["a"], SeededRandom.Of(1)).Make(0, 77, null),
            LeafDraft.Parse("""{"a":1}"""u8).SealWhole("M", "A", new(2030, 1, 1), SeededRandom.Of(1)).Make(0, 77, null),
        };
        Gen.Byte.Array[0, 60].Sample(Feed, iter: 5_000);
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2_000], Gen.Byte, Gen.Int[0, 2]).Sample((which, place, value, how) =>
        {
            var seed = seeds[which];
            var at = place % seed.Length;
            Feed(how switch
            {
                0 => [.. seed[..at], value, .. seed[(at + 1)..]],
                1 => [.. seed[..at], value, .. seed[at..]],
                _ => [.. seed[..at], .. seed[(at + 1)..]],
            });
        }, iter: 20_000);

        static void Feed(byte[] bytes)
        {
            Leaf leaf;
            try
            {
                leaf = Leaf.Parse(bytes);
            }
            catch (RecordException)
            {
                return;
            }
            Assert.Equal(bytes, CanonicalJson.CanonicalizeLeaf(bytes));
            Assert.True(leaf.N >= 0 && leaf.Time >= 0 && (leaf.N == 0) == leaf.Previous is null);
        }
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static string Refusal(Action action) => Assert.Throws<RecordException>(action).Message;
}
