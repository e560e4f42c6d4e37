using System.Globalization;
using CsCheck;
using Overflight.Airspace.Zones;
using Overflight.Archive.Querying;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Archive.Tests;

/// <summary>Answers against a plain look at every fix.</summary>
public sealed class QueryTests : IDisposable
{
    private readonly ArchiveFolder _folder = new();
    private readonly IReadOnlyList<ArchivedFix> _all;
    private int _files;

    public QueryTests()
    {
        _folder.Ingest(5_000, MadeFixes.Flights(11, 40, 300), MadeFixes.Flights(12, 40, 300));
        _all = _folder.Read().Fixes;
        Assert.Equal(24_000, _all.Count);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Boxes_circles_times_altitudes_and_codes_select_what_a_plain_look_selects() => Gen.Select(
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 180], Gen.Double[0, 60], Gen.Double[0, 200]),
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[10, 9_000]),
        Gen.Select(Gen.Int[0, 80_000], Gen.Int[0, 40_000], Gen.Int[0, 30_000], Gen.Int[0, 20_000], Gen.Int[-1, 7]),
        Gen.Int[0, 31]).Sample((box, circle, rest, which) =>
        {
            var boxArea = new BoxArea(box.Item1, box.Item2, Math.Min(90, box.Item1 + box.Item3), box.Item2 + box.Item4 > 180 ? box.Item2 + box.Item4 - 360 : box.Item2 + box.Item4);
            var centre = new GeoPoint(circle.Item1, circle.Item2);
            var from = new UtcInstant(1_738_627_200_000_000 + rest.Item1 * 1_000_000L);
            var to = from.AddSeconds(rest.Item2);
            var areas = new List<IArea>();
            if ((which & 1) != 0)
                areas.Add(boxArea);
            if ((which & 2) != 0)
                areas.Add(new CircleArea(centre, circle.Item3 * 1000));
            var query = new FixQuery
            {
                Areas = areas,
                From = (which & 4) != 0 ? from : null,
                To = (which & 4) != 0 ? to : null,
                MinimumAltitudeFeet = (which & 8) != 0 ? rest.Item3 : null,
                MaximumAltitudeFeet = (which & 8) != 0 ? rest.Item3 + rest.Item4 : null,
                Squawk = (which & 16) != 0 && rest.Item5 >= 0 ? (short)rest.Item5 : null,
            };
            bool Matches(ArchivedFix f)
            {
                var (place, feet) = (f.Fix.Position, f.Fix.BarometricAltitudeFeet);
                var east = (place.LongitudeDegrees - boxArea.WestDegrees + 360) % 360;
                return ((which & 1) == 0 || (place.LatitudeDegrees >= boxArea.SouthDegrees && place.LatitudeDegrees <= boxArea.NorthDegrees && east <= (boxArea.EastDegrees - boxArea.WestDegrees + 360) % 360))
                    && ((which & 2) == 0 || Geodesic.DistanceMetres(centre, place) <= circle.Item3 * 1000)
                    && (query.From is null || (f.Fix.Time >= from && f.Fix.Time <= to))
                    && (query.MinimumAltitudeFeet is null || (feet >= rest.Item3 && feet <= rest.Item3 + rest.Item4))
                    && (query.Squawk is null || f.Fix.Squawk == rest.Item5);
            }
            var expected = _all.Where(Matches).ToArray();
            Assert.Equal(expected, _folder.Read(query).Fixes);
            using var archive = FixArchive.Open(_folder.Path);
            var passages = archive.Passages(query).Passages;
            Assert.Equal(expected.Length, passages.Sum(p => p.Fixes));
            Assert.Equal(Plainly(expected), passages.Select(p => (p.First.Aircraft.Id, p.First.Fix.Time, p.Last.Fix.Time, p.Fixes)));
        }, iter: 150);

    [Fact]
    public void Polygons_select_what_even_and_odd_crossings_select() => Gen.Select(Gen.Double[-70, 70], Gen.Double[-150, 150], Gen.Double[1, 29].Array[3, 12]).Sample((latitude, longitude, radii) =>
    {
        var corners = radii.Select((r, i) => (X: Math.Round(longitude + r * Math.Cos(2 * Math.PI * i / radii.Length), 6), Y: Math.Round(latitude + 0.6 * r * Math.Sin(2 * Math.PI * i / radii.Length), 6))).ToArray();
        // Cases run side by side.
        var file = Path.Combine(_folder.Path, $"area-{Interlocked.Increment(ref _files)}.geojson");
        File.WriteAllText(file, "{\"type\":\"Polygon\",\"coordinates\":[[" + string.Join(',', corners.Append(corners[0]).Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.X},{c.Y}]"))) + "]]}");
        var found = _folder.Read(new FixQuery { Areas = [new RegionArea(AreaFile.Read(file))] }).Fixes;
        // Binary64 cannot tell within a nanodegree of an edge; the archive's own test can.
        Assert.Equal(_all.Where(f => Crossings(corners, f.Fix.Position) % 2 == 1), found);
    }, iter: 60);

    [Theory]
    [InlineData("TST1*", 11)]
    [InlineData("tst?", 10)]
    [InlineData("*39", 1)]
    [InlineData("none", 0)]
    public void Call_signs_match_patterns(string pattern, int callsigns)
    {
        var found = _folder.Read(new FixQuery { Callsign = pattern }).Fixes;
        Assert.Equal(callsigns, found.Select(f => f.Callsign).Distinct().Count());
        Assert.Equal(callsigns * 600, found.Count);
    }

    [Fact]
    public void One_aircraft_is_found_by_the_directory_without_reading_the_rest()
    {
        var aircraft = _all[5_000].Aircraft.Address;
        var (found, report) = _folder.Read(new FixQuery { Aircraft = aircraft });
        Assert.Equal(_all.Where(f => f.Aircraft.Address == aircraft), found);
        Assert.True(report.FixesLookedAt < _all.Count / 2, $"{report.FixesLookedAt} fixes were looked at");
    }

    [Fact]
    public void Fixes_without_altitude_are_left_out_and_counted()
    {
        using var folder = new ArchiveFolder();
        var fixes = MadeFixes.Flights(5, 1, 10).Select((f, i) => i < 4 ? f with { Fix = f.Fix with { BarometricAltitudeFeet = float.NaN } } : f).ToArray();
        folder.Ingest(100, fixes);
        var (found, report) = folder.Read(new FixQuery { MinimumAltitudeFeet = -10_000 });
        Assert.Equal((6, 4), (found.Count, report.WithoutAltitude));
    }

    [Theory]
    [InlineData(180.0, -180.0, -170.0)]
    [InlineData(-180.0, 170.0, 180.0)]
    [InlineData(179.5, 170.0, -170.0)]
    public void A_place_on_the_180th_meridian_is_in_boxes_on_either_side(double longitude, double west, double east)
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(100, MadeFixes.Flights(5, 1, 1).Select(f => f with { Fix = f.Fix with { Position = new GeoPoint(0, longitude) } }).ToArray());
        Assert.Single(folder.Read(new FixQuery { Areas = [new BoxArea(-1, west, 1, east)] }).Fixes);
    }

    /// <summary>Runs of an aircraft's sorted fixes without a silence of more than half an hour.</summary>
    private static List<(string, UtcInstant, UtcInstant, long)> Plainly(IEnumerable<ArchivedFix> sorted)
    {
        var runs = new List<(string Id, UtcInstant First, UtcInstant Last, long Fixes)>();
        foreach (var fix in sorted)
            if (runs.Count > 0 && runs[^1].Id == fix.Aircraft.Id && fix.Fix.Time.SecondsSince(runs[^1].Last) <= 1800)
                runs[^1] = runs[^1] with { Last = fix.Fix.Time, Fixes = runs[^1].Fixes + 1 };
            else
                runs.Add((fix.Aircraft.Id, fix.Fix.Time, fix.Fix.Time, 1));
        return runs;
    }

    private static int Crossings((double X, double Y)[] corners, GeoPoint place)
    {
        var crossings = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (a.Y > place.LatitudeDegrees != b.Y > place.LatitudeDegrees && place.LongitudeDegrees < a.X + (place.LatitudeDegrees - a.Y) / (b.Y - a.Y) * (b.X - a.X))
                crossings++;
        }
        return crossings;
    }
}
