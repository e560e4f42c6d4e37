using Overflight.Authority.Documents;
using Overflight.Notices.Recording;
using Overflight.Record.Vaults;

namespace Overflight.Notices.Tests;

/// <summary>Every version of every paper is a leaf, once.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly MadeRecord _record = new();

    public void Dispose() => _record.Dispose();

    [Fact]
    public async Task Each_version_is_recorded_once()
    {
        var papers = MadePapers.With();
        Assert.Equal(papers.All.Count, await Record(papers));
        Assert.Equal(0, await Record(papers));

        Assert.Equal(1, await Record(MadePapers.With(MadePapers.Complaint with { Version = 2, RecordedAt = MadePapers.T("2026-03-09") })));
        var comparison = FolderComparison.Of(papers, RecordedDocuments.Read(_record.Read(), null));
        Assert.All(comparison.Standings, s => Assert.Equal(RecordedState.Recorded, s.State));
        Assert.Equal("complaint c-1 v2", Assert.Single(comparison.Absent).Citation);
        Assert.Equal("authority.complaint.c-1", _record.Read().Leaves().Last().Leaf.Subject);
    }

    [Fact]
    public async Task A_version_that_was_changed_afterwards_differs_and_is_not_recorded_again()
    {
        await Record(MadePapers.With());
        var changed = MadePapers.With(MadePapers.Audit with { Findings = 0 });

        Assert.Equal(0, await Record(changed));
        var standing = Assert.Single(FolderComparison.Of(changed, RecordedDocuments.Read(_record.Read(), null)).Standings, s => s.State == RecordedState.Differs);
        Assert.Equal("audit a-1 v1", standing.Document.Citation);
        Assert.NotEqual(standing.Document.Sha256, standing.Leaf!.Sha256);
    }

    [Fact]
    public async Task A_hash_that_is_sealed_is_compared_by_who_has_the_key_only()
    {
        await Record(MadePapers.With(), _record.Vault(), "papers");

        Assert.DoesNotContain(MadePapers.With().All[0].Sha256, string.Concat(_record.Read().Leaves().Select(found => System.Text.Encoding.UTF8.GetString(found.Leaf.Bytes.Span))), StringComparison.Ordinal);
        Assert.All(Compare(null).Standings, s => Assert.Equal(RecordedState.Sealed, s.State));
        Assert.All(Compare(_record.Vault("secret")).Standings, s => Assert.Equal(RecordedState.Sealed, s.State));
        Assert.All(Compare(_record.Vault("papers")).Standings, s => Assert.Equal(RecordedState.Recorded, s.State));

        FolderComparison Compare(Vault? vault) => FolderComparison.Of(MadePapers.With(), RecordedDocuments.Read(_record.Read(), vault));
    }

    [Fact]
    public async Task What_a_leaf_does_not_show_is_told_in_seconds()
    {
        await Record(MadePapers.With());
        var standing = FolderComparison.Of(MadePapers.With(), RecordedDocuments.Read(_record.Read(), null)).Standings[0];

        Assert.Equal(standing.Leaf!.Time.SecondsSince(standing.Document.RecordedAt), standing.SecondsUnshown);
        Assert.True(standing.SecondsUnshown > 0);
    }

    [Fact]
    public async Task A_leaf_of_another_form_is_told_with_its_entry()
    {
        await _record.Append("""{"kind":"authority.document","subject":"authority.x.y","documentKind":"x","id":"y","version":"one","recordedAt":"","sha256":""}""");

        Assert.StartsWith("entry 0: ", Assert.Single(RecordedDocuments.Read(_record.Read(), null).Problems), StringComparison.Ordinal);
    }

    private Task<int> Record(DocumentSet papers, Vault? vault = null, string? compartment = null) =>
        _record.Write(async writer => (await DocumentRecorder.RecordAsync(writer, papers, vault, compartment, TestContext.Current.CancellationToken)).Appended.Count);
}
