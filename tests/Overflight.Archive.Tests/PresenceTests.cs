using CsCheck;
using Overflight.Airspace;
using Overflight.Archive.Querying;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Archive.Tests;

/// <summary>What was worked out when the files were written, against what the fixes say when they are looked at.</summary>
public sealed class PresenceTests
{
    private static readonly Lazy<AirspaceIndex> s_index = new(() => AirspaceIndex.Open(PackPath));

    private static string PackPath => Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");

    /// <summary>Twice the same region is no single State, so its fixes are looked at.</summary>
    private static FixQuery Looked(AirspaceRegion state) => new() { Areas = [new RegionArea([state, state])] };

    private static FixQuery Prepared(AirspaceRegion state) => new() { Areas = [new RegionArea([state])] };

    private static string[] Told(IEnumerable<Passage> passages) => [.. passages.Select(p => $"{p.First} {p.Last} {p.Fixes} {string.Join(',', p.Inputs)}")];

    private static AirspaceIndex Index()
    {
        if (!File.Exists(PackPath))
            Assert.Skip($"no compiled boundaries at {PackPath}; ./overflight builds them");
        return s_index.Value;
    }

    /// <summary>How many States have passages; each must be told alike in both ways, and wholly from presences in one.</summary>
    private static int Compare(FixArchive archive, AirspaceIndex index)
    {
        var states = 0;
        foreach (var state in index.Sources[0].Claims.Select(c => index.Region(c)!))
        {
            var (expected, looked) = archive.Passages(Looked(state));
            var (found, report) = archive.Passages(Prepared(state));
            Assert.Equal(Told(expected), Told(found));
            Assert.Equal((0, 0), (looked.FilesPrepared, report.RowGroupsRead));
            states += found.Count > 0 ? 1 : 0;
        }
        return states;
    }

    [Fact]
    public void Made_flights_are_told_alike_in_both_ways_before_and_after_merging()
    {
        var index = Index();
        using var folder = new ArchiveFolder();
        folder.Ingest(index, 5_000, MadeFixes.Flights(21, 60, 300), MadeFixes.Flights(21, 5, 300), MadeFixes.Flights(22, 60, 300));
        using (var archive = FixArchive.Open(folder.Path))
            Assert.True(Compare(archive, index) > 30);
        using (var writer = ArchiveWriter.Open(folder.Path, airspace: index))
            writer.Compact();
        using var merged = FixArchive.Open(folder.Path);
        Assert.True(Compare(merged, index) > 30);
    }

    [Fact]
    public void Any_fixes_are_told_alike_in_both_ways() => Gen.Select(MadeFixes.Any(300), Gen.Int[20, 400]).Sample((fixes, buffer) =>
    {
        var index = Index();
        using var folder = new ArchiveFolder();
        folder.Ingest(index, buffer, fixes);
        using var archive = FixArchive.Open(folder.Path);
        foreach (var name in (string[])["ATA", "RUS", "USA", "BRA", "AUS"])
            Assert.Equal(Told(archive.Passages(Looked(index.Region(name)!)).Passages), Told(archive.Passages(Prepared(index.Region(name)!)).Passages));
    }, iter: 40);

    [Fact, Trait("Kind", "Recorded")]
    public void Recorded_flights_are_told_alike_in_both_ways()
    {
        Recorded.PathOf("MANIFEST.md");
        var index = Index();
        using var folder = new ArchiveFolder();
        using (var writer = ArchiveWriter.Open(folder.Path, 100_000, index))
        {
            foreach (var path in Feeds.TrackFile.Expand([Path.Combine(Recorded.Folder, "tracks")]))
            {
                var report = Feeds.TrackFile.Read(path, new Feeds.ReadOptions { EachFix = writer.Add }, _ => { });
                if (report.FixesRead > 0)
                    writer.EndInput(ArchiveFolder.Input(report.Sha256, path));
                else
                    writer.DropInput();
            }
            writer.Compact();
        }
        using var archive = FixArchive.Open(folder.Path);
        Assert.True(Compare(archive, index) > 20);
    }

    [Fact]
    public void A_time_that_holds_a_file_whole_is_answered_from_presences_and_any_other_from_fixes()
    {
        var index = Index();
        using var folder = new ArchiveFolder();
        folder.Ingest(index, 100_000, MadeFixes.Flights(23, 80, 300));
        using var archive = FixArchive.Open(folder.Path);
        var usa = index.Region("USA")!;
        var (first, last) = (archive.Manifest.Files.Min(f => f.FirstTime), archive.Manifest.Files.Max(f => f.LastTime));
        Assert.Equal(0, Answer(first, last).RowGroupsRead);
        Assert.NotEqual(0, Answer(first + 1, last).RowGroupsRead);
        Assert.NotEqual(0, Answer(first, last - 1).RowGroupsRead);
        Assert.NotEqual(0, Answer(first + (last - first) / 3, first + (last - first) / 2).RowGroupsRead);

        ScanReport Answer(long from, long to)
        {
            var query = Prepared(usa) with { From = new UtcInstant(from), To = new UtcInstant(to) };
            var (passages, report) = archive.Passages(query);
            Assert.Equal(Told(archive.Passages(Looked(usa) with { From = query.From, To = query.To }).Passages), Told(passages));
            return report;
        }
    }

    [Fact]
    public void Whatever_else_is_asked_is_not_answered_from_presences()
    {
        var index = Index();
        using var folder = new ArchiveFolder();
        folder.Ingest(index, 100_000, MadeFixes.Flights(24, 80, 300));
        using var archive = FixArchive.Open(folder.Path);
        var usa = Prepared(index.Region("USA")!);
        Assert.NotEqual(0, archive.Passages(usa).Report.FilesPrepared);
        FixQuery[] others =
        [
            usa with { MinimumAltitudeFeet = 0 }, usa with { MaximumAltitudeFeet = 0 }, usa with { Callsign = "*" }, usa with { Squawk = 3 },
            usa with { Aircraft = new AircraftAddress(1) }, usa with { Areas = [.. usa.Areas, new BoxArea(-90, -180, 90, 180)] },
            new FixQuery { Areas = [new RegionArea([index.Region("USA", 1)!])] }, new FixQuery(),
        ];
        Assert.All(others, q => Assert.Equal(0, archive.Passages(q).Report.FilesPrepared));
    }

    [Fact]
    public void Damaged_or_missing_presences_cost_time_and_not_the_answer_and_merging_mends_them()
    {
        var index = Index();
        using var folder = new ArchiveFolder();
        folder.Ingest(index, 100_000, MadeFixes.Flights(25, 80, 300));
        var usa = Prepared(index.Region("USA")!);
        var (expected, _) = Answer();
        var file = Assert.Single(Directory.EnumerateFiles(folder.Path, "*.presence", SearchOption.AllDirectories));
        var bytes = File.ReadAllBytes(file);
        var random = new Random(8);
        var told = 0;
        for (var round = 0; round < 300; round++)
        {
            var changed = (byte[])bytes.Clone();
            changed[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, round % 10 == 0 ? bytes[..random.Next(bytes.Length)] : changed);
            var (found, report) = Answer();
            Assert.Equal(expected, found);
            Assert.True(report.IsComplete);
            told += report.DamagedPresences.Count;
        }
        // Damage to what it says of other States is nobody's business here.
        Assert.InRange(told, 40, 300);
        File.Delete(file);
        Assert.Contains(Path.GetFileName(file), Assert.Single(Answer().Report.DamagedPresences).Value);
        using (var writer = ArchiveWriter.Open(folder.Path, airspace: index))
            writer.Compact();
        var (mended, after) = Answer();
        Assert.Equal(expected, mended);
        Assert.Equal((0, 0), (after.RowGroupsRead, after.DamagedPresences.Count));

        (string[] Passages, ScanReport Report) Answer()
        {
            using var archive = FixArchive.Open(folder.Path);
            var (passages, report) = archive.Passages(usa);
            return (Told(passages), report);
        }
    }

    [Fact]
    public void Files_written_without_boundaries_get_presences_when_merged_and_old_ones_are_cleared_away()
    {
        var index = Index();
        using var folder = new ArchiveFolder();
        folder.Ingest(100_000, MadeFixes.Flights(26, 80, 300));
        var usa = index.Region("USA")!;
        Assert.Equal(0, Prepare(null));
        Assert.NotEqual(0, Prepare(index));
        var one = Directory.GetFiles(folder.Path, "*.presence", SearchOption.AllDirectories);
        Assert.NotEqual(0, Prepare(index));
        Assert.Equal(one, Directory.GetFiles(folder.Path, "*.presence", SearchOption.AllDirectories));

        int Prepare(AirspaceIndex? airspace)
        {
            using (var writer = ArchiveWriter.Open(folder.Path, airspace: airspace))
                writer.Compact();
            using var archive = FixArchive.Open(folder.Path);
            return archive.Passages(Prepared(usa)).Report.FilesPrepared;
        }
    }
}
