using System.Globalization;

namespace Overflight.Cli.Running;

/// <summary>The command line that makes an analysis again, quoted for a shell.</summary>
internal static class CommandLineText
{
    public static string Of(string verb, IEnumerable<string> paths, string? airspace, double? maxSpeed, IEnumerable<string> zones, IEnumerable<string> furtherWords)
    {
        var words = new List<string> { "overflight", verb };
        words.AddRange(paths.Select(Quote));
        if (airspace is not null)
            words.AddRange(["--airspace", Quote(airspace)]);
        if (maxSpeed is { } knots)
            words.AddRange(["--max-speed", knots.ToString(CultureInfo.InvariantCulture)]);
        foreach (var zone in zones)
            words.AddRange(["--zones", Quote(zone)]);
        words.AddRange(furtherWords.Select(Quote));
        return string.Join(' ', words);
    }

    /// <summary>A command line as it was given.</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quote).Prepend("overflight"));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./,:=@%+".Contains(c, StringComparison.Ordinal))
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
