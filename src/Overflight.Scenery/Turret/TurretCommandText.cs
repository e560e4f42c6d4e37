using System.Globalization;
using Overflight.Geodesy;

namespace Overflight.Scenery.Turret;

/// <summary>
/// Commands as people type them: <c>look LAT LON</c>, <c>look HEADING DEPRESSION direction</c> or <c>point HEADING DEPRESSION</c>, <c>track LAT LON COURSE SPEED</c>,
/// <c>scan HEADING WIDTH DEPRESSION [RATE]</c>, <c>strip LAT LON LAT LON SPEED</c>, <c>turn RIGHT UP</c>, <c>fov N</c>, <c>camera eo|ir</c>, <c>stow</c>.
/// </summary>
public static class TurretCommandText
{
    private const string Forms = "look LAT LON | point HEADING DEPRESSION | track LAT LON COURSE SPEED | scan HEADING WIDTH DEPRESSION [RATE] | strip LAT LON LAT LON SPEED | turn RIGHT UP | fov N | camera eo|ir | stow";

    /// <summary>Reads a command.</summary>
    /// <param name="text">The words.</param>
    /// <param name="command">The command; null where there is none.</param>
    /// <param name="problem">Why there is none, with the forms that are understood; null where there is one.</param>
    public static bool TryParse(string text, out TurretCommand? command, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new List<double>();
        foreach (var word in words.Skip(1))
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
                numbers.Add(number);
        command = words.Length == 0 ? null : Of(words[0].ToLowerInvariant(), words, numbers);
        if (words.Length - 1 != numbers.Count && command is not (CameraCommand or LookAlongCommand))
            command = null;
        problem = command is null ? $"\"{text}\" is no command of a turret: {Forms}" : null;
        return command is not null;
    }

    private static TurretCommand? Of(string verb, string[] words, List<double> n) => (verb, n.Count) switch
    {
        ("look", 2) when words.Length == 3 => new LookAtCommand(new GeoPoint(n[0], n[1])),
        ("look", 2) when words.Length == 4 && words[3].Equals("direction", StringComparison.OrdinalIgnoreCase) => new LookAlongCommand(n[0], n[1]),
        ("point", 2) when words.Length == 3 => new LookAlongCommand(n[0], n[1]),
        ("track", 4) => new TrackPointCommand(new GeoPoint(n[0], n[1]), n[2], n[3]),
        ("scan", 3) => new ScanSectorCommand(n[0], n[1], n[2]),
        ("scan", 4) => new ScanSectorCommand(n[0], n[1], n[2], n[3]),
        ("strip", 5) => new ScanStripCommand(new GeoPoint(n[0], n[1]), new GeoPoint(n[2], n[3]), n[4]),
        ("turn", 2) => new TurnCommand(n[0], n[1]),
        ("fov", 1) when n[0] == Math.Truncate(n[0]) && n[0] is >= 0 and < 100 => new FieldOfViewCommand((int)n[0]),
        ("camera", 0) when words.Length == 2 && words[1].Equals("eo", StringComparison.OrdinalIgnoreCase) => new CameraCommand(CameraKind.Eo),
        ("camera", 0) when words.Length == 2 && words[1].Equals("ir", StringComparison.OrdinalIgnoreCase) => new CameraCommand(CameraKind.Ir),
        ("stow", 0) when words.Length == 1 => new StowCommand(),
        _ => null,
    };
}
