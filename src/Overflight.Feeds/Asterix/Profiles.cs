using static Overflight.Feeds.Asterix.ItemForm;

namespace Overflight.Feeds.Asterix;

/// <summary>The user application profiles of the categories that carry surveillance of aircraft by radar and ADS-B.</summary>
internal static class Profiles
{
    private static readonly ItemForm s_trajectoryIntent = Compound(110, Extended(1), Repetitive(2, 15));

    /// <summary>Category 021, editions 0.23 to 0.26 (2003-2005): positions at 180/2²⁵ degree.</summary>
    public static UserApplicationProfile Cat021Early { get; } = new(21, "0.23-0.26",
        Fixed(10, 2), Fixed(40, 2), Fixed(30, 3), Fixed(130, 8), Fixed(80, 3), Fixed(140, 2), Fixed(90, 2),
        Fixed(210, 1), Fixed(230, 2), Fixed(145, 2), Fixed(150, 2), Fixed(151, 2), Fixed(152, 2), Fixed(155, 2),
        Fixed(157, 2), Fixed(160, 4), Extended(165), Fixed(170, 6), Fixed(95, 1), Fixed(32, 1), Fixed(200, 1),
        Fixed(20, 1), Compound(220, 2, 2, 2, 1), Fixed(146, 2), Fixed(148, 2), s_trajectoryIntent, Fixed(70, 2), Fixed(131, 1),
        null, null, null, null, null, Explicit(Expansion), Explicit(SpecialPurpose));

    /// <summary>
    /// Category 021, editions 1.0 to 2.6. The second part of item 271 has no extension bit in editions before 2.2
    /// and a zero there since, so that two parts are the most in all of them.
    /// </summary>
    public static UserApplicationProfile Cat021 { get; } = new(21, "1.0-2.6",
        Fixed(10, 2), Extended(40), Fixed(161, 2), Fixed(15, 1), Fixed(71, 3), Fixed(130, 6), Fixed(131, 8),
        Fixed(72, 3), Fixed(150, 2), Fixed(151, 2), Fixed(80, 3), Fixed(73, 3), Fixed(74, 4), Fixed(75, 3),
        Fixed(76, 4), Fixed(140, 2), Extended(90), Fixed(210, 1), Fixed(70, 2), Fixed(230, 2), Fixed(145, 2),
        Fixed(152, 2), Fixed(200, 1), Fixed(155, 2), Fixed(157, 2), Fixed(160, 4), Fixed(165, 2), Fixed(77, 3),
        Fixed(170, 6), Fixed(20, 1), Compound(220, 2, 2, 2, 1), Fixed(146, 2), Fixed(148, 2), s_trajectoryIntent, Fixed(16, 1),
        Fixed(8, 1), Extended(271, mostParts: 2), Fixed(132, 1), Repetitive(250, 8), Fixed(260, 7), Fixed(400, 1), Octet(295, 23),
        null, null, null, null, null, Explicit(Expansion), Explicit(SpecialPurpose));

    /// <summary>Category 048, editions 1.14 to 1.32: monoradar target reports.</summary>
    public static UserApplicationProfile Cat048 { get; } = new(48, "1.14-1.32",
        Fixed(10, 2), Fixed(140, 3), Extended(20), Fixed(40, 4), Fixed(70, 2), Fixed(90, 2), Octet(130, 7),
        Fixed(220, 3), Fixed(240, 6), Repetitive(250, 8), Fixed(161, 2), Fixed(42, 4), Fixed(200, 4), Extended(170),
        Fixed(210, 4), Extended(30), Fixed(80, 2), Fixed(100, 4), Fixed(110, 2), Compound(120, Fixed(1, 2), Repetitive(2, 6)), Fixed(230, 2),
        Fixed(260, 7), Fixed(55, 1), Fixed(50, 2), Fixed(65, 1), Fixed(60, 2), Explicit(SpecialPurpose), Explicit(Expansion));

    /// <summary>Category 062, editions 1.0 to 1.21: system tracks.</summary>
    public static UserApplicationProfile Cat062 { get; } = new(62, "1.0-1.21",
        Fixed(10, 2), null, Fixed(15, 1), Fixed(70, 3), Fixed(105, 8), Fixed(100, 6), Fixed(185, 4),
        Fixed(210, 2), Fixed(60, 2), Fixed(245, 7), AircraftDerived, Fixed(40, 2), Extended(80), Octet(290, 10),
        Fixed(200, 1), Octet(295, 31), Fixed(136, 2), Fixed(130, 2), Fixed(135, 2), Fixed(220, 2), FlightPlan,
        Extended(270), Fixed(300, 1), Compound(110, 1, 4, 6, 2, 2, 1, 1), Fixed(120, 2), Extended(510, 3), Accuracies, Compound(340, 2, 4, 2, 2, 2, 1),
        null, null, null, null, null, Explicit(Expansion), Explicit(SpecialPurpose));

    /// <summary>I062/380, what the aircraft itself reported.</summary>
    public static ItemForm AircraftDerived => field ??= Compound(380,
        Fixed(1, 3), Fixed(2, 6), Fixed(3, 2), Fixed(4, 2), Fixed(5, 2), Fixed(6, 2), Fixed(7, 2),
        Extended(8), Repetitive(9, 15), Fixed(10, 2), Fixed(11, 2), Fixed(12, 7), Fixed(13, 2), Fixed(14, 2),
        Fixed(15, 2), Fixed(16, 2), Fixed(17, 2), Fixed(18, 2), Fixed(19, 1), Fixed(20, 8), Fixed(21, 1),
        Fixed(22, 6), Fixed(23, 2), Fixed(24, 1), Repetitive(25, 8), Fixed(26, 2), Fixed(27, 2), Fixed(28, 2));

    /// <summary>I062/390, what the flight plan says.</summary>
    public static ItemForm FlightPlan => field ??= Compound(390,
        Fixed(1, 2), Fixed(2, 7), Fixed(3, 4), Fixed(4, 1), Fixed(5, 4), Fixed(6, 1), Fixed(7, 4),
        Fixed(8, 4), Fixed(9, 3), Fixed(10, 2), Fixed(11, 2), Repetitive(12, 4), Fixed(13, 6), Fixed(14, 1),
        Fixed(15, 7), Fixed(16, 7), Fixed(17, 2), Fixed(18, 7));

    /// <summary>I062/500, estimated accuracies.</summary>
    public static ItemForm Accuracies => field ??= Compound(500, 4, 2, 4, 1, 1, 2, 2, 1);

    private static ItemForm Octet(int number, int parts) => Compound(number, Enumerable.Range(1, parts).Select(i => Fixed(i, 1)).ToArray());
}
