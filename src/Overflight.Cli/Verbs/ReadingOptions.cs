using System.CommandLine;
using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Feeds;
using Overflight.Feeds.Asterix;

namespace Overflight.Cli.Verbs;

/// <summary>The options that say what recordings leave out: dates, places of radars and airports, editions, time zones.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string?> _date = new("--date") { Description = "UTC date of the first report, YYYY-MM-DD, for recordings with times of day only (bare ASTERIX)" };
    private readonly Option<string[]> _radars = new("--radar") { Description = "where a radar stands, [SAC/SIC=]LAT,LON[,METRES], for ranges and bearings (ASTERIX 048)", AllowMultipleArgumentsPerToken = false };
    private readonly Option<string> _edition = new("--asterix-021") { Description = "layout of ASTERIX category 021: detect, early (editions 0.23-0.26) or current (1.0-2.6)", DefaultValueFactory = _ => "detect" };
    private readonly Option<string?> _sbsOffset = new("--sbs-offset") { Description = "how far the clock of SBS/BaseStation lines is ahead of UTC, +HH:MM or -HH:MM; otherwise UTC is taken" };

    private readonly ModeSChoices _modeS = new();

    public void AddTo(Command command)
    {
        _modeS.AddTo(command);
        _edition.AcceptOnlyFromAmong("detect", "early", "current");
        command.Add(_date);
        command.Add(_radars);
        command.Add(_edition);
        command.Add(_sbsOffset);
    }

    /// <exception cref="UserError">A value is not of its form.</exception>
    public ReadOptions Read(ParseResult parsed) => new()
    {
        ModeS = _modeS.Of(parsed),
        Date = parsed.GetValue(_date) is { } date ? DateOf(date) : null,
        RadarSites = (parsed.GetValue(_radars) ?? []).Select(SiteOf).ToArray(),
        Cat021Edition = parsed.GetValue(_edition) switch { "early" => Cat021Edition.Early, "current" => Cat021Edition.Current, _ => Cat021Edition.Detect },
        SbsClockOffset = parsed.GetValue(_sbsOffset) is { } offset ? OffsetOf(offset) : TimeSpan.Zero,
    };

    /// <summary>The options as given, to make the same analysis again.</summary>
    public IReadOnlyList<string> Words(ParseResult parsed)
    {
        var words = new List<string>(_modeS.Words(parsed));
        if (parsed.GetValue(_date) is { } date)
            words.AddRange([_date.Name, date]);
        foreach (var radar in parsed.GetValue(_radars) ?? [])
            words.AddRange([_radars.Name, radar]);
        if (parsed.GetValue(_edition) is { } edition and not "detect")
            words.AddRange([_edition.Name, edition]);
        if (parsed.GetValue(_sbsOffset) is { } offset)
            words.Add($"{_sbsOffset.Name}={offset}");
        return words;
    }

    private static DateOnly DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1990 and < 2100
            ? date
            : throw new UserError("--date takes a day from 1990 to 2099 as YYYY-MM-DD");

    private static RadarSite SiteOf(string text) =>
        RadarSite.TryParse(text, out var site) ? site! : throw new UserError($"--radar takes [SAC/SIC=]LATITUDE,LONGITUDE[,METRES], not \"{text}\"");

    private static TimeSpan OffsetOf(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        return TimeSpan.TryParseExact(text.TrimStart('+', '-'), "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
            ? sign * offset
            : throw new UserError("--sbs-offset takes +HH:MM or -HH:MM, up to 14 hours");
    }
}
