using Overflight.Designations.Search;

namespace Overflight.Designations.Tests.Search;

/// <summary>Searching the whole recorded list of 2021. The samples are by seed; floors are a little below what was measured.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedSearchTests
{
    private const int SampleSize = 1_000;

    private static readonly Lazy<(IReadOnlyList<SearchableEntry> Entries, NameIndex Index)> s_list = new(() =>
    {
        var entries = RecordedLists.Sdn2021();
        return (entries, new(entries));
    });

    [Theory]
    [InlineData("misspelt", 990, 990)]
    [InlineData("reordered", 998, 998)]
    [InlineData("in Cyrillic", 925, 890)]
    public void Altered_names_of_organisations_find_their_entry_first(string how, int leastFirst, int leastProposed)
    {
        var (entries, index) = s_list.Value;
        var organisations = entries.Where(entry => entry.Entry.Type != EntryType.Individual).ToList();
        var random = new Random(9);
        var (first, proposed) = (0, 0);
        for (var i = 0; i < SampleSize; i++)
        {
            var entry = organisations[random.Next(organisations.Count)];
            var name = entry.Names[random.Next(entry.Names.Count)].Text;
            var query = how switch { "misspelt" => AlteredNames.Misspelt(name, random), "reordered" => AlteredNames.Reordered(name, random), _ => AlteredNames.InCyrillic(name) };
            var found = index.Search(query);
            // Another entry may have the same name: then both are first.
            var own = found.FirstOrDefault(match => match.Entry.Entry.Id == entry.Entry.Id);
            first += own is not null && own.Units == found[0].Units ? 1 : 0;
            proposed += own is { IsProposed: true } ? 1 : 0;
        }
        Assert.True(first >= leastFirst && proposed >= leastProposed, $"{how}: {first} first, {proposed} proposed, of {SampleSize}");
    }

    [Fact]
    public void Ordinary_names_are_not_proposed()
    {
        var best = OrdinaryNames.All.Select(name => (Name: name, Found: s_list.Value.Index.Search(name, new() { Most = 1 }))).Where(answer => answer.Found.Count > 0).MaxBy(answer => answer.Found[0].Units);

        Assert.False(best.Found[0].IsProposed, $"{best.Name} is taken for {best.Found[0].Name.Text}: {best.Found[0].Score}");
        Assert.True(best.Found[0].Score < 0.62, $"{best.Name}, {best.Found[0].Name.Text}: {best.Found[0].Score}");
    }

    [Theory]
    [InlineData("Cartel de Jalisco Nueva Generacion", "17671")]
    [InlineData("jalisco cartel", "17671")]
    [InlineData("Синалоа картел", "11440")]
    [InlineData("القاعدة", "6366")]
    [InlineData("Banco Nacional de Kuba", "306")]
    public void Names_find_what_they_mean(string query, string id)
    {
        var match = s_list.Value.Index.Search(query)[0];
        Assert.Equal((id, true), (match.Entry.Entry.Id, match.IsProposed));
    }

    [Fact]
    public void The_best_are_those_of_scoring_every_name()
    {
        var (entries, index) = s_list.Value;
        var reference = new ReferenceScorer(entries);
        var random = new Random(21);
        for (var i = 0; i < 12; i++)
        {
            var entry = entries[random.Next(entries.Count)];
            var query = AlteredNames.Misspelt(AlteredNames.Reordered(entry.Names[random.Next(entry.Names.Count)].Text, random), random);
            var found = index.Search(query, new() { LowestScore = 0.3, WithIndividuals = i % 2 == 0 });
            Assert.Equal(reference.Search(query, 10, 0.3, i % 2 == 0), found.Select(match => (match.Entry.Entry.Id, match.Units)));
        }
    }
}
