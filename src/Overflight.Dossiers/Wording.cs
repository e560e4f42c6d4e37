using System.Globalization;
using System.Text;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Dossiers;

/// <summary>How numbers, times and names are written. Times are UTC; whoever writes one names the zone.</summary>
public static class Wording
{

    /// <summary>The answer in words: "entered", "cannot be ruled out", "did not enter".</summary>
    public static string Of(AirspaceVerdictKind kind) => kind switch
    {
        AirspaceVerdictKind.Entered => "entered",
        AirspaceVerdictKind.CannotBeRuledOut => "cannot be ruled out",
        _ => "did not enter",
    };

    /// <summary>What an edge is, in words.</summary>
    public static string Of(EdgeKind kind) => kind switch
    {
        EdgeKind.Land => "land border",
        EdgeKind.AgreedSea => "sea limit between two claims",
        EdgeKind.TwelveNauticalMiles => "12 NM limit",
        EdgeKind.StraightBaseline => "limit from straight baselines",
        EdgeKind.OtherBreadth => "sea limit of another breadth",
        EdgeKind.Given => "given line",
        _ => "line of unknown kind",
    };

    /// <summary>"21:25:32", to the nearest second.</summary>
    public static string Clock(UtcInstant time) => Rounded(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"4 February 2025".</summary>
    public static string Date(UtcInstant time) => Rounded(time).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"4 February 2025, 21:25:32 UTC".</summary>
    public static string DateAndClock(UtcInstant time) => $"{Date(time)}, {Clock(time)} UTC";

    /// <summary>"46 minutes", "1 h 12 min", "41 seconds".</summary>
    public static string Duration(double seconds)
    {
        var whole = (long)Math.Round(Math.Abs(seconds));
        return whole switch
        {
            < 120 => whole == 1 ? "1 second" : Text($"{whole} seconds"),
            < 3600 => Text($"{(whole + 30) / 60} minutes"),
            _ => Text($"{(whole + 30) / 3600} h {(whole + 30) % 3600 / 60:00} min"),
        };
    }

    /// <summary>Kilometres, metres below one kilometre: "158 km", "51.9 km", "370 m".</summary>
    public static string Distance(double metres) => Math.Abs(metres) switch
    {
        < 999.5 => Text($"{metres:0} m"),
        < 99_950 => Text($"{metres / 1000:0.0} km"),
        _ => Text($"{metres / 1000:#,0} km"),
    };

    /// <summary>Nautical miles: "85.3 NM".</summary>
    public static string NauticalMiles(double metres) => Math.Abs(metres / Wgs84.MetresPerNauticalMile) switch
    {
        < 9.995 => Text($"{metres / Wgs84.MetresPerNauticalMile:0.00} NM"),
        < 99.95 => Text($"{metres / Wgs84.MetresPerNauticalMile:0.0} NM"),
        _ => Text($"{metres / Wgs84.MetresPerNauticalMile:#,0} NM"),
    };

    /// <summary>Both: "158 km (85.3 NM)".</summary>
    public static string DistanceInBoth(double metres) => $"{Distance(metres)} ({NauticalMiles(metres)})";

    /// <summary>"1,210 kt".</summary>
    public static string Knots(double knots) => Text($"{knots:#,0} kt");

    /// <summary>"35,000 ft (10,668 m)".</summary>
    public static string Altitude(double feet) => Text($"{feet:#,0} ft ({feet * SiUnits.MetresPerFoot:#,0} m)");

    /// <summary>With a capital letter and a full stop.</summary>
    internal static string Sentence(string words) => Capital(words) + ".";

    /// <summary>With a capital letter.</summary>
    internal static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A probability as parts of a hundred: "43 %"; never 0 % or 100 %, for neither is known.</summary>
    public static string Percent(double probability) => probability switch
    {
        < 0.01 => "less than 1 %",
        > 0.99 => "more than 99 %",
        _ => Text($"{100 * probability:0} %"),
    };

    /// <summary>"20.97153° N, 87.12006° W"; five decimals are about a metre.</summary>
    public static string Place(GeoPoint place) => Text(
        $"{Math.Abs(place.LatitudeDegrees):0.00000}° {(place.LatitudeDegrees < 0 ? 'S' : 'N')}, {Math.Abs(place.LongitudeDegrees):0.00000}° {(place.LongitudeDegrees < 0 ? 'W' : 'E')}");

    /// <summary>What to call the aircraft of a flight: its registration, else the call sign it used, else its address or name.</summary>
    public static string Aircraft(Track flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        return Aircraft(flight.Aircraft, flight.Count > 0 ? flight.CallsignAt(flight.TimeAt(flight.Count / 2)) : "");
    }

    /// <summary>What to call an aircraft that uses a call sign (empty for none).</summary>
    public static string Aircraft(Aircraft aircraft, string callsign)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        ArgumentNullException.ThrowIfNull(callsign);
        return Clean(aircraft.Registration) is { Length: > 0 } registration ? registration
            : Clean(callsign) is { Length: > 0 } call ? call
            : aircraft.Address.IsKnown ? $"aircraft {aircraft.Address}"
            : Clean(aircraft.Name) is { Length: > 0 } name ? name
            : "An unnamed aircraft";
    }

    /// <summary>Text from data on one line: without control characters and without marks that turn the direction of writing.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                clean.Append(rune.ToString());
        return clean.ToString().Trim();
    }

    /// <summary>"5 Feb 00:09:59", for tables of a flight over several days.</summary>
    internal static string DayAndClock(UtcInstant time) => Rounded(time).ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Rounded(UtcInstant time) => new UtcInstant((time.Microseconds + 500_000) / 1_000_000 * 1_000_000).ToDateTimeOffset();
}
