using System.Globalization;
using Overflight.Geodesy;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;

namespace Overflight.Operations.Flying;

/// <summary>The words by which people command an aircraft, on the terminal and in scenarios.</summary>
public static class CommandWords
{
    /// <summary>What can be said, for help.</summary>
    public const string Usage = """
        goto LAT LON [ALTITUDE]       fly there and circle
        orbit LAT LON RADIUS [ALTITUDE]
        altitude METRES               climb or descend
        speed cruise|loiter|farthest|dash|METRES_PER_SECOND
        hold | resume | return        circle here; go on with the route; fly home and land
        divert AIRFIELD               land elsewhere
        offer STATION | accept | decline   hand control over
        link down | link up | link    drill: cut the link, force it up, leave it to the scenario
        takeoff
        """;

    /// <summary>Reads words that are for the autopilot.</summary>
    /// <param name="words">The words.</param>
    /// <param name="by">The station that says them.</param>
    /// <exception cref="FormatException">They mean nothing; the message says what would.</exception>
    public static SortieCommand Read(string words, string by)
    {
        ArgumentNullException.ThrowIfNull(words);
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts switch
        {
            ["takeoff"] => new TakeOffCommand(by),
            ["goto", var latitude, var longitude] => new GoToCommand(by, Place(latitude, longitude)),
            ["goto", var latitude, var longitude, var altitude] => new GoToCommand(by, Place(latitude, longitude), Number(altitude)),
            ["orbit", var latitude, var longitude, var radius] => new OrbitCommand(by, Place(latitude, longitude), Number(radius)),
            ["orbit", var latitude, var longitude, var radius, var altitude] => new OrbitCommand(by, Place(latitude, longitude), Number(radius), AltitudeMetres: Number(altitude)),
            ["altitude", var metres] => new AltitudeCommand(by, Number(metres)),
            ["speed", var speed] => Enum.TryParse<SpeedChoice>(speed, ignoreCase: true, out var choice) && !char.IsDigit(speed[0]) ? new SpeedCommand(by, choice) : new SpeedCommand(by, TrueAirspeedMetresPerSecond: Number(speed)),
            ["hold"] => new HoldCommand(by),
            ["resume"] => new ResumeCommand(by),
            ["return"] => new ReturnCommand(by),
            ["divert", .. var name] when name.Length > 0 => new DivertCommand(by, string.Join(' ', name)),
            ["offer", .. var station] when station.Length > 0 => new OfferControlCommand(by, string.Join(' ', station)),
            ["accept"] => new AcceptControlCommand(by),
            ["decline"] => new DeclineControlCommand(by),
            _ => throw new FormatException($"\"{words}\" means nothing here; say one of\n{Usage}"),
        };
    }

    /// <summary>Reads words that are for the link.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isUp">Up, down, or null to leave it to the scenario.</param>
    /// <returns>Whether they are.</returns>
    public static bool IsLink(string words, out bool? isUp)
    {
        ArgumentNullException.ThrowIfNull(words);
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        isUp = parts is ["link", "up"] ? true : parts is ["link", "down"] ? false : null;
        return isUp is not null || parts is ["link"];
    }

    private static GeoPoint Place(string latitude, string longitude)
    {
        var place = new GeoPoint(Number(latitude), Number(longitude));
        return place.IsValid ? place : throw new FormatException($"{latitude} {longitude} is no place: latitude, then longitude, in degrees");
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
        ? number
        : throw new FormatException($"\"{text}\" is no number");
}
