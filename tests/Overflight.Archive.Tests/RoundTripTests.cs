using CsCheck;

namespace Overflight.Archive.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void Every_field_of_every_fix_comes_back() => MadeFixes.Any(200).Sample(fixes =>
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(1 << 16, fixes);
        var (found, report) = folder.Read();
        Assert.True(report.IsComplete, string.Join(';', report.Damaged.Values));
        Assert.Equal(ArchiveFolder.Sorted(fixes.Select(f => ArchiveFolder.AsStored(f, 0))), found);
    }, iter: 100);

    [Fact]
    public void Positions_move_by_half_a_unit_at_most_and_times_not_at_all() => MadeFixes.Any(50).Sample(fixes =>
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(1 << 16, fixes);
        foreach (var (before, after) in ArchiveFolder.Sorted(fixes).Zip(folder.Read().Fixes))
        {
            Assert.Equal(before.Fix.Time, after.Fix.Time);
            Assert.InRange(after.Fix.Position.LatitudeDegrees - before.Fix.Position.LatitudeDegrees, -5.1e-8, 5.1e-8);
            Assert.InRange(after.Fix.Position.LongitudeDegrees - before.Fix.Position.LongitudeDegrees, -5.1e-8, 5.1e-8);
        }
    }, iter: 30);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(1_000_000)]
    public void The_size_of_the_buffer_does_not_change_what_is_in_the_archive(int buffer)
    {
        var inputs = Enumerable.Range(0, 5).Select(i => MadeFixes.Flights(i, 2, 40)).ToArray<IReadOnlyList<ArchivedFix>>();
        using var folder = new ArchiveFolder();
        folder.Ingest(buffer, inputs);
        var expected = inputs.SelectMany((fixes, i) => fixes.Select(f => ArchiveFolder.AsStored(f, i)));
        Assert.Equal(ArchiveFolder.Sorted(expected), folder.Read().Fixes);
    }

    [Fact]
    public void Merging_a_day_keeps_every_fix_and_leaves_files_that_do_not_overlap()
    {
        var inputs = Enumerable.Range(0, 6).Select(i => MadeFixes.Flights(i, 20, 300)).ToArray<IReadOnlyList<ArchivedFix>>();
        using var folder = new ArchiveFolder();
        folder.Ingest(6_000, inputs);
        var before = folder.Read().Fixes;
        Assert.True(folder.DataFiles().Length >= 6);
        using (var writer = ArchiveWriter.Open(folder.Path))
        {
            Assert.InRange(writer.Compact(), 1, 2);
            Assert.Equal(0, writer.Compact());
        }
        Assert.InRange(folder.DataFiles().Length, 1, 2);
        Assert.Equal(before, folder.Read().Fixes);
    }
}
