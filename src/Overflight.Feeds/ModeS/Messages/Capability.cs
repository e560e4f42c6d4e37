namespace Overflight.Feeds.ModeS;

/// <summary>CA of DF 11 and 17, three bits (Annex 10 vol. IV 3.1.2.5.2.2.1): 4 on the ground, 5 in the air; the others do not tell.</summary>
internal static class Capability
{
    /// <summary>1 on the ground, 0 in the air, −1 not told.</summary>
    public static sbyte OnGround(int capability) => capability switch { 4 => 1, 5 => 0, _ => -1 };
}
