using CsCheck;
using Overflight.Authority.Documents;
using Overflight.Notices.Recording;
using Overflight.Notices.Summaries;

namespace Overflight.Notices.Tests;

/// <summary>A programme's numbers, and which leaves they count.</summary>
public sealed class SummaryTests : IDisposable
{
    private static readonly TimeWindow s_year = new(MadePapers.T("2026-01-01"), MadePapers.T("2027-01-01"));

    private readonly MadeRecord _record = new();

    public void Dispose() => _record.Dispose();

    [Fact]
    public async Task Numbers_name_the_leaves_that_they_count()
    {
        var papers = MadePapers.With();
        await Record(papers);
        var refusal = await _record.Append("""{"kind":"sortie.decision","subject":"sortie.s-1","sortie":"s-1","version":1,"stage":"Plan","at":"2026-02-25T00:00:00Z","permitted":false,"ruleSet":"r","blockedBy":["notice.new"],"documents":[{"document":"sortie s-1 v1","sha256":"00"}]}""");
        await _record.Append("""{"kind":"sortie.decision","subject":"sortie.s-1","sortie":"s-1","version":1,"stage":"flown","at":"2026-03-03T00:00:00Z","permitted":false,"ruleSet":"r","blockedBy":[],"documents":[]}""");
        await _record.Append("""{"kind":"sortie.decision","subject":"sortie.x","sortie":"x","version":1,"stage":"plan","at":"2026-02-25T00:00:00Z","permitted":false,"ruleSet":"r","blockedBy":[],"documents":[]}""");
        var summary = Make(papers);

        Assert.Equal(1, Count(summary, "sorties", "planned").Value);
        Assert.Equal((1, refusal.Index), (Count(summary, "sorties", "refused").Value, Assert.Single(Count(summary, "sorties", "refused").Leaves)));
        Assert.Equal(2.5, Count(summary, "sorties", "hours").Value);
        Assert.Equal([LeafOf("flown f-1 v1")], Count(summary, "sorties", "flown").Leaves);
        Assert.Equal(["30° N 117° W"], summary.Sections.Single(s => s.Name == "places").Counts.Select(c => c.Name));
        Assert.Equal(1, Count(summary, "purposes", "counter-narcotics").Value);
        Assert.Equal(1, Count(summary, "sensors", "eo-ir").Value);
        Assert.Equal(1, Count(summary, "incidents", "lost-link").Value);
        Assert.Equal((1, 1), (Count(summary, "notices", "given").Value, Count(summary, "notices", "overdue").Value));
        Assert.Equal([LeafOf("complaint c-1 v1")], Count(summary, "complaints", "open").Leaves);
        Assert.Equal(2, Count(summary, "audits", "findings").Value);
        Assert.Contains(summary.NotCounted, n => n.Why.Contains("sortie x", StringComparison.Ordinal));

        long LeafOf(string citation) => RecordedDocuments.Read(_record.Read(), null).Leaves.Single(leaf => leaf.Citation == citation).Index;
    }

    [Fact]
    public async Task A_paper_that_the_record_does_not_have_unchanged_is_not_counted_and_told()
    {
        await Record(MadePapers.With());
        var summary = Make(MadePapers.With(MadePapers.Audit with { Findings = 0 }, MadePapers.Complaint with { Version = 2, RecordedAt = MadePapers.T("2026-03-09"), Outcome = "upheld", DecidedAt = MadePapers.T("2026-03-08") }));

        Assert.Equal(0, Count(summary, "audits", "completed").Value);
        Assert.Equal(0, Count(summary, "complaints", "received").Value);
        Assert.Contains(summary.NotCounted, n => n.What == "audit a-1 v1" && n.Why.Contains("another hash", StringComparison.Ordinal));
        Assert.Contains(summary.NotCounted, n => n.What == "complaint c-1 v2" && n.Why.Contains("not in the record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disclosures_and_deletions_count_where_the_record_says_so()
    {
        var flown = MadePapers.Flown with
        {
            Accesses = [new(MadePapers.Hash, "disclosure", "Air Wing", "court.example", "case 4", MadePapers.T("2026-03-04"), 0), new(MadePapers.Hash, "read", "Air Wing", "Air Wing", "work", MadePapers.T("2026-03-04"), 0)],
            Products = [new() { Sha256 = MadePapers.Hash, DeletedAt = MadePapers.T("2026-03-05"), TombstoneLeaf = 99 }],
        };
        await _record.Append("""{"kind":"entry","subject":"x"}""");
        await Record(MadePapers.With(flown));
        var summary = Make(MadePapers.With(flown));

        Assert.Equal((0, 0), (Count(summary, "data", "disclosures").Value, Count(summary, "data", "deletions").Value));
        Assert.Equal(2, summary.NotCounted.Count(n => n.Why.Contains("does not say so", StringComparison.Ordinal)));
        Assert.Equal((1, 1), (Count(SummaryBuilder.Make(MadePapers.With(flown), null, "lantern", s_year, MadePapers.T("2026-05-01")), "data", "disclosures").Value, Count(SummaryBuilder.Make(MadePapers.With(flown), null, "lantern", s_year, MadePapers.T("2026-05-01")), "data", "deletions").Value));
    }

    [Fact]
    public void Without_a_record_refusals_are_not_counted_and_that_is_said()
    {
        var summary = SummaryBuilder.Make(MadePapers.With(), null, "lantern", s_year, MadePapers.T("2026-05-01"));

        Assert.Null(Count(summary, "sorties", "refused").Value);
        Assert.Empty(Count(summary, "sorties", "flown").Leaves);
        Assert.Contains(summary.NotCounted, n => n.What == "refused sorties");
        using var text = new StringWriter();
        SummaryText.Write(text, summary);
        Assert.Contains("not counted  refused before flight", text.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => SummaryBuilder.Make(MadePapers.With(), null, "other", s_year, MadePapers.T("2026-05-01")));
    }

    [Fact]
    public void What_is_outside_of_the_period_does_not_count()
    {
        var summary = SummaryBuilder.Make(MadePapers.With(), null, "lantern", new(MadePapers.T("2025-01-01"), MadePapers.T("2026-01-01")), MadePapers.T("2026-05-01"));

        Assert.All(summary.Sections.SelectMany(s => s.Counts), c => Assert.True(c.Value is 0 or null, c.Name));
    }

    [Fact]
    public void Places_are_whole_degrees_near_the_outline()
    {
        Gen.Select(Gen.Double[-89, 89], Gen.Double[-180, 180], Gen.Double[0.01, 3]).Sample((latitude, longitude, size) =>
        {
            var east = Math.IEEERemainder(longitude + size, 360);
            foreach (var place in CoarsePlace.Of(new("a", [[longitude, latitude], [east, latitude], [east, Math.Min(90, latitude + size)]])))
            {
                var parts = place.Split(' ');
                var (north, across) = (int.Parse(parts[0].TrimEnd('°')) * (parts[1] == "S" ? -1 : 1), int.Parse(parts[2].TrimEnd('°')) * (parts[3] == "W" ? -1 : 1));
                if (north < latitude - 0.51 || north > latitude + size + 0.51 || Math.Abs(Math.IEEERemainder(across - longitude - size / 2, 360)) > size / 2 + 0.51 || Math.Abs(across) > 180)
                    return false;
            }
            return true;
        });
    }

    private Task<int> Record(DocumentSet papers) => _record.Write(async writer => (await DocumentRecorder.RecordAsync(writer, papers, null, null, TestContext.Current.CancellationToken)).Appended.Count);

    private ProgrammeSummary Make(DocumentSet papers) => SummaryBuilder.Make(papers, SummaryRecord.Read(_record.Read(), null), "lantern", s_year, MadePapers.T("2026-05-01"));

    private static SummaryCount Count(ProgrammeSummary summary, string section, string name) => summary.Sections.Single(s => s.Name == section).Counts.Single(c => c.Name == name);
}
