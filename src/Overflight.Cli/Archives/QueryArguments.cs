using System.Globalization;
using Overflight.Airspace;
using Overflight.Airspace.Zones;
using Overflight.Archive.Querying;
using Overflight.Cli.Running;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Cli.Archives;

/// <summary>Reads the values of <c>query</c>'s options; what cannot be read is a <see cref="UserError"/> that says what would be.</summary>
internal static class QueryArguments
{
    /// <summary>RFC 3339, or a date alone: its first instant, or for an end its last.</summary>
    public static UtcInstant? Time(string? text, string option, bool isEnd)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var start = UtcInstant.From(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
            return isEnd ? new UtcInstant(start.Microseconds + 86_400_000_000 - 1) : start;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? UtcInstant.From(time)
            : throw new UserError($"{option} \"{text}\" is not a time: give 2025-02-04 or 2025-02-04T21:30:00Z");
    }

    public static AircraftAddress? Address(string? text) =>
        text is null ? null
        : AircraftAddress.TryParse(text, out var address) ? address
        : throw new UserError($"--aircraft \"{text}\" is not an address: give six hex digits, with ~ before one that no State assigned");

    public static short? Squawk(string? text) =>
        text is null ? null
        : text.Length == 4 && text.All(c => c is >= '0' and <= '7') ? short.Parse(text, CultureInfo.InvariantCulture)
        : throw new UserError($"--squawk \"{text}\" is not a code: give four octal digits");

    public static CircleArea Circle(string text)
    {
        var numbers = Numbers(text, 3, "--circle", "LAT,LON,KM");
        var centre = new GeoPoint(numbers[0], numbers[1]);
        return centre.IsValid && numbers[2] is >= 0 and <= 20_100
            ? new CircleArea(centre, numbers[2] * 1000)
            : throw new UserError($"--circle \"{text}\": latitude -90 to 90, longitude -180 to 180, kilometres 0 to 20100");
    }

    public static BoxArea Box(string text)
    {
        var n = Numbers(text, 4, "--box", "S,W,N,E");
        return n[0] <= n[2] && Math.Abs(n[0]) <= 90 && Math.Abs(n[2]) <= 90 && Math.Abs(n[1]) <= 180 && Math.Abs(n[3]) <= 180
            ? new BoxArea(n[0], n[1], n[2], n[3])
            : throw new UserError($"--box \"{text}\": south not above north, latitudes -90 to 90, longitudes -180 to 180; a west above the east is a box across the 180th meridian");
    }

    public static RegionArea Area(IReadOnlyList<string> files)
    {
        var regions = new List<AirspaceRegion>();
        foreach (var file in files)
        {
            try
            {
                regions.AddRange(AreaFile.Read(file));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw new UserError($"{file}: {error.Message}", ExitCode.InputUnreadable);
            }
        }
        return new RegionArea(regions);
    }

    private static double[] Numbers(string text, int count, string option, string shape)
    {
        var parts = text.Split(',');
        var numbers = new double[count];
        if (parts.Length != count)
            throw new UserError($"{option} \"{text}\": give {shape}");
        for (var i = 0; i < count; i++)
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                throw new UserError($"{option} \"{text}\": \"{parts[i]}\" is not a number; give {shape}");
        return numbers;
    }
}
