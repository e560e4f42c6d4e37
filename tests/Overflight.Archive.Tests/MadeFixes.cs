using CsCheck;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Archive.Tests;

/// <summary>Fixes with every field at its ends as well as between, of a few aircraft over a few days.</summary>
internal static class MadeFixes
{
    private static readonly Gen<float> s_number = Gen.Frequency(
        (1, Gen.Const(float.NaN)), (1, Gen.Const(0f)), (1, OneOf(float.MaxValue, float.MinValue, float.Epsilon, float.PositiveInfinity, float.NegativeInfinity)), (6, Gen.Single[-2_000, 60_000]));

    private static readonly Gen<double> s_latitude = Gen.Frequency((1, OneOf(90.0, -90.0, 0.0)), (9, Gen.Double[-90, 90]));
    private static readonly Gen<double> s_longitude = Gen.Frequency((1, OneOf(180.0, -180.0, 0.0)), (9, Gen.Double[-180, 180]));

    private static readonly Gen<long> s_time = Gen.Frequency(
        (1, OneOf(0L, -1L, 631_152_000_000_000L, 4_102_444_799_999_999L)), (9, Gen.Long[1_738_627_200_000_000, 1_738_800_000_000_000]));

    private static readonly Gen<Aircraft> s_aircraft = OneOf(
        new Aircraft(new AircraftAddress(0xac671b)) { Registration = "N899DN", TypeDesignator = "B739", Description = "BOEING 737-900; \"quoted\"" },
        new Aircraft(new AircraftAddress(0)), new Aircraft(new AircraftAddress(0xffffff)), new Aircraft(new AircraftAddress(0xac671b, false)),
        new Aircraft(AircraftAddress.None), new Aircraft(AircraftAddress.None) { Name = "ac671b" }, new Aircraft(AircraftAddress.None) { Name = "Zögling ✈ 7" });

    private static readonly Gen<Fix> s_fix = Gen.Select(
        Gen.Select(s_time, s_latitude, s_longitude, Gen.Long[-1, long.MaxValue]),
        Gen.Select(s_number, s_number, s_number, s_number, s_number, s_number, s_number),
        Gen.Select(Gen.SByte[-1, 11], Gen.SByte[-1, 11], Gen.SByte[-1, 3], Gen.Short[-1, 7777], Gen.Int[0, 9], Gen.Int[0, 31]),
        (where, numbers, codes) => new Fix
        {
            Time = new UtcInstant(where.Item1),
            Position = new GeoPoint(where.Item2, where.Item3),
            Record = where.Item4,
            BarometricAltitudeFeet = numbers.Item1,
            GeometricAltitudeFeet = numbers.Item2,
            GroundSpeedKnots = numbers.Item3,
            TrackDegrees = numbers.Item4,
            VerticalRateFeetPerMinute = numbers.Item5,
            AccuracyMetres = numbers.Item6,
            ContainmentMetres = numbers.Item7,
            Nic = codes.Item1,
            NacP = codes.Item2,
            Sil = codes.Item3,
            Squawk = codes.Item4,
            Source = (FixSource)codes.Item5,
            Status = (FixStatus)codes.Item6,
        });

    private static readonly Gen<ArchivedFix> s_archived = Gen.Select(
        s_aircraft, OneOf("", "DAL1812", "T71", "ÄÖ 1"), s_fix, (aircraft, callsign, fix) => new ArchivedFix(aircraft, callsign, fix, 0));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Any fixes, each with a record of its own so that their order is determined.</summary>
    public static Gen<ArchivedFix[]> Any(int most) => s_archived.Array[1, most].Select(fixes =>
        fixes.Select((f, i) => f with { Fix = f.Fix with { Record = f.Fix.Record / most * most + i } }).Select(f => f.Fix.Record < 0 ? f with { Fix = f.Fix with { Record = 0 } } : f).ToArray());

    /// <summary>Smooth flights by a seed, which take space as recorded ones do.</summary>
    public static List<ArchivedFix> Flights(int seed, int flights, int fixesEach)
    {
        var random = new Random(seed);
        var all = new List<ArchivedFix>();
        for (var f = 0; f < flights; f++)
        {
            var aircraft = new Aircraft(new AircraftAddress((uint)random.Next(1 << 24))) { TypeDesignator = "A320" };
            var (place, azimuth, time) = (new GeoPoint(random.NextDouble() * 160 - 80, random.NextDouble() * 360 - 180), random.NextDouble() * 360, 1_738_627_200_000_000 + (long)(random.NextDouble() * 80_000e6));
            for (var i = 0; i < fixesEach; i++)
            {
                (place, time) = (Geodesic.Direct(place, azimuth += random.NextDouble() - 0.5, 1_100).Normalised(), time + 5_000_000 + random.Next(100) * 10_000);
                var rounded = new GeoPoint(Math.Round(place.LatitudeDegrees, 6), Math.Round(place.LongitudeDegrees, 6));
                all.Add(new ArchivedFix(aircraft, $"TST{f}", new Fix { Time = new UtcInstant(time), Position = rounded, BarometricAltitudeFeet = 25 * random.Next(1_400), GroundSpeedKnots = 430, Squawk = (short)(i % 7), Source = FixSource.Adsb, Record = i }, 0));
            }
        }
        return all;
    }
}
