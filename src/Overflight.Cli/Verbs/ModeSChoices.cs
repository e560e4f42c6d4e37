using System.CommandLine;
using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Feeds.ModeS;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Cli.Verbs;

/// <summary>The options that say how recordings of Mode S messages are decoded, wherever they are read.</summary>
internal sealed class ModeSChoices
{
    private readonly Option<string?> _start = new("--start") { Description = "Beast and AVR: the time of the first frame, where the clock has no date, such as 2024-06-06T08:58:39Z" };
    private readonly Option<string> _clock = new("--clock") { Description = "Beast and AVR: what the clock counts: auto, 12mhz or gps", DefaultValueFactory = _ => "auto" };
    private readonly Option<string[]> _airport = new("--airport") { Description = "Mode S: LAT,LON of an airport, for aircraft heard on the ground only; may be repeated", AllowMultipleArgumentsPerToken = false };
    private readonly Option<bool> _correct = new("--correct") { Description = "Mode S: put one wrong bit right in squitters of addresses heard lately" };

    public ModeSChoices() => _clock.AcceptOnlyFromAmong("auto", "12mhz", "gps");

    public void AddTo(Command command)
    {
        command.Options.Add(_start);
        command.Options.Add(_clock);
        command.Options.Add(_airport);
        command.Options.Add(_correct);
    }

    /// <summary>The choices made.</summary>
    /// <exception cref="UserError">A time or place that is none.</exception>
    public ModeSOptions Of(ParseResult parsed) => new()
    {
        Start = parsed.GetValue(_start) is { } start ? Time(start) : null,
        Clock = parsed.GetValue(_clock) switch { "12mhz" => BeastClockKind.TwelveMegahertz, "gps" => BeastClockKind.Gps, _ => BeastClockKind.Detect },
        References = [.. (parsed.GetValue(_airport) ?? []).Select(Place)],
        CorrectsOneBit = parsed.GetValue(_correct),
    };

    /// <summary>The words that make the same choices again.</summary>
    public IEnumerable<string> Words(ParseResult parsed)
    {
        if (parsed.GetValue(_start) is { } start)
            foreach (var word in (string[])["--start", start])
                yield return word;
        if (parsed.GetValue(_clock) is { } clock and not "auto")
            foreach (var word in (string[])["--clock", clock])
                yield return word;
        foreach (var place in parsed.GetValue(_airport) ?? [])
            foreach (var word in (string[])["--airport", place])
                yield return word;
        if (parsed.GetValue(_correct))
            yield return "--correct";
    }

    private static UtcInstant Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is >= 1990 and < 2100
            ? UtcInstant.From(time)
            : throw new UserError($"--start \"{text}\" is no time between 1990 and 2100; write it as 2024-06-06T08:58:39Z");

    private static GeoPoint Place(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0
            && double.TryParse(text.AsSpan(0, comma), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(text.AsSpan(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && new GeoPoint(latitude, longitude) is { IsValid: true } place
            ? place
            : throw new UserError($"--airport \"{text}\" is not \"latitude,longitude\" in degrees");
    }
}
