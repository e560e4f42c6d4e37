using System.Text.RegularExpressions;

namespace Overflight.Authority.Rules;

/// <summary>Words that name weapons. A thing that carries one is refused: a camera called after one can be renamed, the rule cannot be bent.</summary>
internal static partial class WeaponWords
{
    /// <summary>The first such word in a text; null where there is none.</summary>
    public static string? FirstIn(string text) => Words().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(
        """
        (?x)
        \b(weapons? | armament | ammunition | munitions? | ordnance | missiles? | rockets? | torpedo(e?s)? | grenades? | warheads? | bombs? | mines?
        | cannons? | (machine[\s-]?)? guns? | rifles? | laser[\s-]?designators? | flechettes? | loitering[\s-]?munition | mortars?
        | hellfire | brimstone | griffin | mam-[lctl] | roketsan | paveway | jdam | jagm | apkws | hydra[\s-]?70 | sidewinder | stinger | spike(-er)?
        | agm-?\d+\w* | aim-?\d+\w* | gbu-?\d+\w* | mk-?8[1-4] | cbu-?\d+\w* | atgm | bru-?\d+ | pylon[\s-]?launchers? | armas? | misil(es)? | bombas? | cohetes?)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
