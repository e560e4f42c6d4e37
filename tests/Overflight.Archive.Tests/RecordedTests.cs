using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Archive.Querying;
using Overflight.Archive.Sql;
using Overflight.Feeds;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Archive.Tests;

/// <summary>All recorded tracks in one archive, merged, and what comes out of it.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedTests(RecordedTests.Ingested recorded) : IClassFixture<RecordedTests.Ingested>
{
    public sealed class Ingested : IDisposable
    {
        private readonly ArchiveFolder _folder = new();

        public List<ArchivedFix> Fixes { get; } = [];

        public string Path => _folder.Path;

        public Ingested()
        {
            var root = System.IO.Path.Combine(Recorded.Folder, "tracks");
            if (!Directory.Exists(root))
                return;
            using var writer = ArchiveWriter.Open(_folder.Path, 100_000);
            var input = 0;
            foreach (var path in TrackFile.Expand([root]))
            {
                var number = input;
                var report = TrackFile.Read(path, new ReadOptions
                {
                    EachFix = (Aircraft aircraft, string callsign, in Fix fix) =>
                    {
                        writer.Add(aircraft, callsign, fix);
                        Fixes.Add(ArchiveFolder.AsStored(new ArchivedFix(aircraft, callsign, fix, 0), number));
                    },
                }, _ => { });
                if (report.FixesRead > 0 && writer.EndInput(ArchiveFolder.Input(report.Sha256, path)))
                    input++;
                else
                    writer.DropInput();
            }
            writer.Commit();
            writer.Compact();
        }

        public FixArchive Open()
        {
            Recorded.PathOf("MANIFEST.md");
            return FixArchive.Open(Path);
        }

        public void Dispose() => _folder.Dispose();
    }

    private static AirspaceIndex Index()
    {
        var path = Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");
        if (!File.Exists(path))
            Assert.Skip($"no compiled boundaries at {path}; ./overflight builds them");
        return AirspaceIndex.Open(path);
    }

    [Fact]
    public void Every_recorded_fix_is_found_again_as_it_was_read()
    {
        using var archive = recorded.Open();
        var (found, report) = archive.FixesOf(new FixQuery());
        Assert.True(report.IsComplete);
        Assert.True(found.Count > 500_000);
        Assert.Equal(ArchiveFolder.Sorted(recorded.Fixes), found);
    }

    [Theory]
    [InlineData("MEX")]
    [InlineData("CHE")]
    [InlineData("GBR")]
    public void An_airspace_holds_the_fixes_that_lie_in_it(string name)
    {
        using var archive = recorded.Open();
        var index = Index();
        var found = archive.FixesOf(new FixQuery { Areas = [new RegionArea([index.Region(name)!])] }).Fixes;
        Assert.NotEmpty(found);
        Assert.Equal(ArchiveFolder.Sorted(recorded.Fixes.Where(f => index.Locate(f.Fix.Position).Contains(name))), found);
    }

    [Theory]
    [InlineData("MEX")]
    [InlineData("FRA")]
    public void Verdicts_are_those_on_the_whole_tracks(string name)
    {
        using var archive = recorded.Open();
        var index = Index();
        var region = index.Region(name)!;
        var analyzer = new FlightAnalyzer(index, new AnalyzerOptions { Regions = [region], AskSecondSet = false });
        // Whole tracks by aircraft over all files, as the archive joins them, made without it.
        var expected = recorded.Fixes.GroupBy(f => (f.Aircraft.Address, f.Aircraft.Name)).SelectMany(aircraft =>
        {
            var sorted = ArchiveFolder.Sorted(aircraft);
            string Last(Func<Aircraft, string> get) => sorted.Select(f => get(f.Aircraft)).LastOrDefault(t => t.Length > 0) ?? "";
            var builder = new TrackBuilder(sorted[0].Aircraft with { Registration = Last(a => a.Registration), TypeDesignator = Last(a => a.TypeDesignator), Description = Last(a => a.Description) }, "");
            foreach (var fix in sorted)
            {
                builder.Add(fix.Fix);
                builder.NoteCallsign(fix.Fix.Time, fix.Callsign);
            }
            return analyzer.Analyze(builder.Build());
        }).Where(a => a.Verdicts.Any(v => v.Kind != AirspaceVerdictKind.DidNotEnter)).Select(Summary).Order(StringComparer.Ordinal).ToArray();

        var search = new FlightSearch(archive, new FixQuery()) { InReachOf = [region] };
        var judged = search.Run().Select(f => analyzer.AnalyzeFlight(f.Track)).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, judged.Where(a => a.Verdicts.Any(v => v.Kind != AirspaceVerdictKind.DidNotEnter)).Select(Summary).Order(StringComparer.Ordinal));
        Assert.True(search.Report.IsComplete);
    }

    private static string Summary(FlightAnalysis a) =>
        $"{a.Flight.Track.Aircraft.Id} {a.Flight.Start} {a.Flight.End} {a.Flight.Track.Count} {a.Verdicts[0].Kind} {a.Verdicts[0].DeepestMetres:0.000} {a.Verdicts[0].ClosestMetres:0.000} {a.Verdicts[0].Intervals.Count}";

    [Fact]
    public void DuckDB_reads_the_files_and_agrees_on_counts_and_sums()
    {
        using var archive = recorded.Open();
        using var sql = new ArchiveSql(archive);
        using var reader = sql.Query("select count(*), sum(latitude)::decimal(38,7), sum(longitude)::decimal(38,7), sum(epoch_ms(time)) + 0, sum(time_microseconds), count(barometric_altitude_feet), sum(barometric_altitude_feet::double), count(distinct address), sum(record), count(squawk), sum(case source when 'adsb' then 1 else 0 end) from fixes");
        Assert.True(reader.Read());
        var all = recorded.Fixes;
        object[] expected =
        [
            (long)all.Count,
            all.Sum(f => (decimal)Math.Round(f.Fix.Position.LatitudeDegrees * 1e7)) / 1e7m,
            all.Sum(f => (decimal)Math.Round(f.Fix.Position.LongitudeDegrees * 1e7)) / 1e7m,
            all.Sum(f => (decimal)(f.Fix.Time.Microseconds / 1000)),
            all.Sum(f => (decimal)(f.Fix.Time.Microseconds % 1000)),
            (long)all.Count(f => !float.IsNaN(f.Fix.BarometricAltitudeFeet)),
            all.Where(f => !float.IsNaN(f.Fix.BarometricAltitudeFeet)).Sum(f => (double)f.Fix.BarometricAltitudeFeet),
            (long)all.Where(f => f.Aircraft.Address.IsKnown).Select(f => f.Aircraft.Address).Distinct().Count(),
            all.Sum(f => (decimal)f.Fix.Record),
            (long)all.Count(f => f.Fix.Squawk >= 0),
            (decimal)all.Count(f => f.Fix.Source == FixSource.Adsb),
        ];
        for (var i = 0; i < expected.Length; i++)
        {
            var value = reader.GetValue(i);
            if (expected[i] is double sum)
                Assert.Equal(1, Convert.ToDouble(value) / sum, 9);
            else
                Assert.Equal(Convert.ToDecimal(expected[i]), value is System.Numerics.BigInteger big ? (decimal)big : Convert.ToDecimal(value));
        }
    }

    [Theory]
    [InlineData("drop view fixes")]
    [InlineData("copy fixes to '/tmp/overflight-never.csv'")]
    [InlineData("select 1; select 2")]
    [InlineData("select * from read_csv('/etc/hostname')")]
    [InlineData("attach '/tmp/overflight-never.db'")]
    [InlineData("set enable_external_access = true")]
    [InlineData("selec 1")]
    public void Statements_that_do_more_than_read_the_archive_are_refused(string statement)
    {
        using var archive = recorded.Open();
        using var sql = new ArchiveSql(archive);
        Assert.Throws<SqlRefusedException>(() => sql.Query(statement).Dispose());
        Assert.False(File.Exists("/tmp/overflight-never.csv"));
    }
}
