using System.Collections.Frozen;

namespace Overflight.Tracks;

/// <summary>
/// Greatest true air speed of common types, knots, rounded up: airliners and business jets at their greatest operating
/// Mach number where the speed of sound and the dynamic-pressure limit meet; others at their never-exceed speed at altitude.
/// Generic by class, on purpose too high rather than too low: a verdict leans on it.
/// </summary>
internal static class TypeSpeeds
{
    private static readonly FrozenDictionary<string, double> s_knots = Build();

    public static bool TryGetKnots(string typeDesignator, out double knots) =>
        s_knots.TryGetValue(typeDesignator.ToUpperInvariant(), out knots);

    private static FrozenDictionary<string, double> Build()
    {
        var knots = new Dictionary<string, double>();
        Add(knots, 500, "A318 A319 A320 A321 A19N A20N A21N B731 B732 B733 B734 B735 B736 B737 B738 B739 B37M B38M B39M B3XM BCS1 BCS3 E290 E295 MD81 MD82 MD83 MD87 MD88 MD90 B712 C25A C25B C25C C56X C680 C68A E50P E55P LJ35 LJ45 LJ60 H25B F2TH FA50");
        Add(knots, 490, "CRJ1 CRJ2 CRJ7 CRJ9 CRJX E135 E145 E170 E75L E75S E190 E195 RJ85 RJ1H B461 B462 B463 F70 F100 C550 C560 C525 BE40");
        Add(knots, 530, "A306 A310 A332 A333 A338 A339 A342 A343 A345 A346 A359 A35K A388 B741 B742 B743 B744 B748 B752 B753 B762 B763 B764 B772 B773 B77L B77W B788 B789 B78X MD11 DC10 L101 IL96 R135 K35R E3TF E3CF E6 P8 C17 C5M KC46 VC25 GLEX GL5T GL6T GL7T GLF4 GLF5 GLF6 GA5C GA6C GA7C GA8C C750 FA7X FA8X F900 CL30 CL35 CL60 E545 E550");
        Add(knots, 360, "AT43 AT45 AT46 AT72 AT75 AT76 DH8A DH8B DH8C DH8D SF34 SB20 C130 C30J A400 P3 E2 BE20 B350 BE9L B190 PC12 TBM7 TBM8 TBM9 SW4 AC90 MU2 D328 J31 J32 J41 F50 S2T OV10 CN35 C295 C27J");
        Add(knots, 240, "C172 C182 C206 C208 C210 PA28 PA31 PA32 PA34 PA44 PA46 SR20 SR22 BE33 BE35 BE36 BE55 BE58 DA40 DA42 DA62 C337 C402 C414 C421 P68 BN2P DHC6 GA8 M20P");
        Add(knots, 180, "AS50 AS55 AS65 A109 A119 A139 A169 A189 B06 B407 B412 B429 B505 EC20 EC30 EC35 EC45 EC55 H60 S76 S92 R22 R44 R66 MD52 MD60 UH1 H47 H53S CH47");
        Add(knots, 240, "Q9 MQ9 RPAS");
        Add(knots, 340, "Q4");
        Add(knots, 120, "BT2 TB2 SCAN");
        return knots.ToFrozenDictionary();
    }

    private static void Add(Dictionary<string, double> knots, double value, string designators)
    {
        foreach (var designator in designators.Split(' '))
            knots[designator] = value;
    }
}
