namespace Overflight.Feeds.Cot;

/// <summary>
/// What a type says of a thing: atoms joined by hyphens, <c>a</c>, affiliation, then MIL-STD-2525 battle dimension
/// and function; <c>a-f-A-M-F-Q</c> is a friendly military fixed-wing drone in the air.
/// </summary>
internal static class CotType
{
    /// <summary>Whether it is an aircraft: a thing in the air that is no weapon.</summary>
    public static bool IsAircraft(string type)
    {
        var atoms = type.Split('-');
        return atoms.Length >= 3 && atoms[0] == "a" && atoms[2] == "A" && !(atoms.Length > 3 && atoms[3] == "W");
    }

    /// <summary>The function in words, with the type itself.</summary>
    public static string Words(string type)
    {
        var atoms = type.Split('-');
        var user = At(3) switch { "M" => "military ", "C" => "civil ", _ => "" };
        var wing = At(4) switch { "F" => "fixed wing", "H" => "rotary wing", "L" => "lighter than air", _ => "aircraft" };
        var drone = At(5) == "Q" ? ", drone" : "";
        return $"{user}{wing}{drone} (CoT {Shown.Of(type)})";

        string At(int index) => index < atoms.Length ? atoms[index] : "";
    }
}
