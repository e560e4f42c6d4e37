using System.Globalization;
using CsCheck;
using Overflight.Designations.Keeping;
using Overflight.Designations.Search;
using Overflight.Testing;

namespace Overflight.Designations.Tests.Search;

public sealed class NameIndexTests
{
    /// <summary><c>OVERFLIGHT_LONG=n</c> makes the passes n times as long.</summary>
    private static readonly int s_length = int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_LONG"), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    private static readonly string[] s_words =
        ["LANTERN", "LANTERNA", "LANTREN", "SYNDICATE", "SYNDIKAT", "UNION", "UNIONE", "CANDLE", "KANDLE", "SA", "LTD", "DE", "LA", "COMPANY", "STAR", "STAAR", "MERIDIAN", "MERIDIEN", "A1", "A12", "LAMP", "LAMPS", "ÑANDU"];

    private static readonly Gen<string> s_name = Gen.Int[0, 22].Array[1, 6].Select(words => string.Join(" ", words.Select(word => s_words[word])));

    private static readonly Gen<List<SearchableEntry>> s_entries = Gen.Select(s_name.Array[1, 4], Gen.Enum<EntryType>()).Array[1, 40]
        .Select(entries => entries.Select((entry, i) => Entry($"{i}", entry.Item2, entry.Item1)).ToList());

    [Fact]
    public void What_comes_out_is_what_scoring_every_name_gives() => Gen.Select(s_entries, s_name.Array[1, 3], Gen.Int[1, 6], Gen.Bool).Sample(
        (entries, queries, most, withIndividuals) =>
        {
            var index = new NameIndex(entries);
            var reference = new ReferenceScorer(entries);
            foreach (var query in queries)
            {
                foreach (var lowest in new[] { 0.001, 0.5, 0.9 })
                {
                    var found = index.Search(query, new() { Most = most, LowestScore = lowest, WithIndividuals = withIndividuals });
                    Assert.Equal(reference.Search(query, most, lowest, withIndividuals), found.Select(match => (match.Entry.Entry.Id, match.Units)));
                    Assert.All(found, match => Assert.Equal(match.Units, index.Score(query, match.Entry.Entry.Id)!.Units));
                }
            }
        }, iter: 1_500 * s_length);

    [Fact]
    public void A_score_is_the_sum_of_what_it_is_made_of() => Gen.Select(s_entries, s_name).Sample(
        (entries, query) =>
        {
            foreach (var match in new NameIndex(entries).Search(query, new() { LowestScore = 0.001, WithIndividuals = true }))
            {
                Assert.InRange(match.Score, 0, 1);
                // Each contribution is rounded down by itself.
                Assert.InRange(match.Score - (match.Pairs.Sum(pair => pair.Contribution) - match.OrderCost), -0.000_01, 0.000_2);
                Assert.Equal(NameText.TokensOf(query).Order(), match.Pairs.Select(pair => pair.Query).Concat(match.NotFound).Order());
                Assert.Contains(NameText.FormsOf(match.Name.Text, match.Entry.Entry.Type), form => form.Order().SequenceEqual(match.Pairs.Select(pair => pair.Name).Concat(match.LeftOver).Order()));
            }
        }, iter: 1_000);

    [Fact]
    public void A_name_that_is_the_query_scores_1_and_order_costs_little()
    {
        var index = new NameIndex([Entry("1", EntryType.Entity, "LANTERN SYNDICATE UNION"), Entry("2", EntryType.Entity, "CANDLE UNION")]);

        Assert.Equal(1, index.Search("Lantern Syndicate Union")[0].Score);
        var turned = index.Search("Union Syndicate Lantern")[0];
        Assert.Equal((0.96, 0.04), (turned.Score, turned.OrderCost));
        Assert.Empty(index.Search("Zebra"));
        Assert.Equal(DesignationFault.Usage, Assert.Throws<DesignationException>(() => index.Search(" -- ")).Fault);
        Assert.Null(index.Score("Lantern", "3"));
    }

    [Fact]
    public void Words_that_say_little_weigh_little_and_rare_ones_much()
    {
        var index = new NameIndex([.. Enumerable.Range(0, 50).Select(i => Entry($"{i}", EntryType.Entity, $"UNION {(char)('A' + i % 26)}{(char)('A' + i / 26)}XX")), Entry("x", EntryType.Entity, "ZEPHYR COMPANY LTD")]);

        Assert.True(index.Search("Zephyr")[0].Score > 0.9);
        Assert.DoesNotContain(index.Search("Harbor Company Ltd"), match => match.IsProposed);
        Assert.DoesNotContain(index.Search("Union Harbor"), match => match.IsProposed);
    }

    [Fact]
    public void A_registration_is_found_with_and_without_its_hyphen_and_never_nearly()
    {
        var index = new NameIndex([Entry("1", EntryType.Aircraft, "EP-MND"), Entry("2", EntryType.Aircraft, "YV2739")]);

        foreach (var query in new[] { "EP-MND", "epmnd", "EP MND" })
            Assert.Equal(("1", 1.0), (index.Search(query)[0].Entry.Entry.Id, index.Search(query)[0].Score));
        Assert.Empty(index.Search("YV2738"));
    }

    [Fact]
    public void Natural_persons_are_found_only_where_they_are_asked_for()
    {
        var index = new NameIndex([Entry("1", EntryType.Individual, "GRAU, Ines"), Entry("2", EntryType.Vessel, "INES")]);

        Assert.Equal(["2"], index.Search("Ines Grau", new() { LowestScore = 0 }).Select(match => match.Entry.Entry.Id));
        var person = index.Search("Ines Grau", new() { WithIndividuals = true })[0];
        Assert.Equal(("1", 1.0), (person.Entry.Entry.Id, person.Score));
    }

    [Fact]
    public void A_part_of_a_list_keeps_the_aliases_of_the_version_before_and_says_whose_they_are()
    {
        using var made = new MadeStore();
        var whole = made.Store.Import(new([made.Write("sdn.csv", Sample.Entries), made.Write("alt.csv", Sample.Aliases)]) { Date = new(2021, 7, 7) }).Version;
        var part = made.Import("rows.csv", Sample.Row("101", "LANTERN SYNDICATE", "FTO"), "2026-06-30", isPartial: true);

        var entries = SearchableList.AsOf(made.Store, "ofac-sdn", new(2026, 7, 1));
        Assert.Equal(4, entries.Count);
        var match = new NameIndex(entries).Search("Candle Union")[0];
        Assert.Equal(("101", part.ContentHash, whole.ContentHash), (match.Entry.Entry.Id, match.Entry.Version.ContentHash, match.NameVersion.ContentHash));
        Assert.Equal(["FTO"], match.Entry.Entry.Programmes);
        Assert.Empty(SearchableList.AsOf(made.Store, "ofac-sdn", new(2020, 1, 1)));
    }

    [Fact]
    public void What_is_looked_at_is_not_allocated_for()
    {
        var few = new NameIndex(Many(100));
        var many = new NameIndex(Many(5_000));

        var (little, much) = (Allocation.Least(() => few.Search("LANTERN UNION", new() { Most = 1 })), Allocation.Least(() => many.Search("LANTERN UNION", new() { Most = 1 })));
        Assert.True(much <= little + 256, $"{little} bytes for 100 names, {much} for 5,000");

        static List<SearchableEntry> Many(int count) => [.. Enumerable.Range(0, count).Select(i => Entry($"{i}", EntryType.Entity, $"LANTERN {(char)('A' + i % 26)}{(char)('A' + i / 26 % 26)}{(char)('A' + i / 676)}X UNION"))];
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var index = new NameIndex([.. Enumerable.Range(0, 300).Select(i => Entry($"{i}", EntryType.Entity, $"{s_words[i % s_words.Length]} {s_words[i / 7 % s_words.Length]}"))]);
        var alone = s_words.Select(word => Told(index, word)).ToList();

        Parallel.For(0, 400, i => Assert.Equal(alone[i % s_words.Length], Told(index, s_words[i % s_words.Length])));

        static string Told(NameIndex index, string query) => string.Join(' ', index.Search(query).Select(match => $"{match.Entry.Entry.Id}:{match.Units}"));
    }

    private static SearchableEntry Entry(string id, EntryType type, params string[] names)
    {
        var version = new ListVersion("made", new(2030, 1, 1), ListDateOrigin.Given, ListFormat.OfacCsv, ListParts.All, false, [], new(0, 0, 0, 0, 0, 0));
        return new(version, new() { Id = id, Type = type, Names = [.. names.Select((name, i) => new ListedName(name, i == 0 ? NameKind.Primary : NameKind.AlsoKnownAs, NameQuality.Good))] });
    }
}
