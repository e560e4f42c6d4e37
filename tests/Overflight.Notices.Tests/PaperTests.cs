using System.Text;
using Overflight.Authority.Documents;
using Overflight.Testing;

namespace Overflight.Notices.Tests;

/// <summary>What papers are read from JSON as.</summary>
public class PaperTests
{
    [Fact]
    public void Every_kind_is_written_and_read_again_the_same() =>
        Assert.All(MadePapers.All, paper => Assert.Equal(AuthorityJson.Write(paper), AuthorityJson.Write(MadePapers.Reread(paper))));

    [Fact]
    public void What_a_file_leaves_out_has_its_default_and_is_never_nothing()
    {
        var flown = (FlownSortie)MadePapers.Reread(MadePapers.Flown);
        Assert.Empty(flown.Accesses);
        Assert.Empty(flown.Conduct.Control);
        var notice = Read("""{"kind":"notice","id":"n","version":1,"recordedAt":"2026-01-01T00:00:00Z","duty":"d","recipients":"r","contentClass":"public","dueAt":"2026-01-01T00:00:00Z"}""");
        Assert.Empty(((Notice)notice).Content);
        Assert.Empty(((Notice)notice).Receipts);
        var profile = (RuleProfile)Read("""{"kind":"profile","id":"p","version":1,"recordedAt":"2026-01-01T00:00:00Z","rules":[],"leadTimeDays":3}""");
        Assert.Equal((3, 48, 180, 24, "oversight", 0.1), (profile.LeadTimeDays, profile.WrittenWithinHours, profile.ReviewLimitedAfterDays, profile.EntryNoticeHours, profile.OversightRecipients, profile.DurationTolerance));
    }

    [Theory]
    [InlineData("""[{"name":"a","value":"x"},{"name":"a","value":"y"}]""", "$.content[1].name")]
    [InlineData("""[{"name":"A b","value":"x"}]""", "$.content[0].name")]
    [InlineData("""[{"name":"a","value":""}]""", "$.content[0].value")]
    [InlineData("""[{"name":"a","value":"x","class":"Top Secret"}]""", "$.content[0].class")]
    [InlineData("""[{"name":"a","value":"x","class":"secret"}]""", "$.salt")]
    [InlineData("""[{"name":"a","value":"x","colour":"red"}]""", "colour")]
    public void A_content_that_is_none_is_refused_with_its_field(string content, string field)
    {
        var json = $$"""{"kind":"notice","id":"n","version":1,"recordedAt":"2026-01-01T00:00:00Z","duty":"d","recipients":"r","contentClass":"public","dueAt":"2026-01-01T00:00:00Z","content":{{content}}}""";

        Assert.Contains(field, Assert.Throws<InvalidDataException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_value_is_not_told() =>
        Assert.DoesNotContain("hush", Assert.Throws<InvalidDataException>(() => MadePapers.Reread(MadePapers.Notice with { Content = [new("a", "hush\u0001", "secret")] })).Message, StringComparison.Ordinal);

    [Fact]
    public void More_fields_with_a_class_than_a_leaf_seals_are_refused() =>
        Assert.Throws<InvalidDataException>(() => MadePapers.Reread(MadePapers.Notice with { Content = [.. Enumerable.Range(0, 17).Select(i => new NoticeField($"f{i}", "x", "secret"))] }));

    [Fact]
    public void A_complaint_is_decided_with_an_outcome_or_open_without()
    {
        Assert.Throws<InvalidDataException>(() => MadePapers.Reread(MadePapers.Complaint with { Outcome = "upheld" }));
        Assert.Throws<InvalidDataException>(() => MadePapers.Reread(MadePapers.Audit with { Findings = -1 }));
    }

    [Fact]
    public async Task Every_paper_keeps_to_the_published_schema()
    {
        var schema = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/schemas/papers-1.schema.json"), TestContext.Current.CancellationToken);
        var read = await NJsonSchema.JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken);
        Assert.All(MadePapers.All, paper => Assert.Empty(read.Validate(Encoding.UTF8.GetString(AuthorityJson.Write(paper)))));
        Assert.NotEmpty(read.Validate(Encoding.UTF8.GetString(AuthorityJson.Write(MadePapers.Audit)).Replace("\"findings\"", "\"finding\"", StringComparison.Ordinal)));
        Assert.NotEmpty(read.Validate("""{"kind":"audit","id":"a"}"""));
    }

    private static AuthorityDocument Read(string json) => AuthorityJson.Read(Encoding.UTF8.GetBytes(json), "");
}
