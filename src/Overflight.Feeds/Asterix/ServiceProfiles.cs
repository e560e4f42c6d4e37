using static Overflight.Feeds.Asterix.ItemForm;

namespace Overflight.Feeds.Asterix;

/// <summary>
/// The user application profiles of categories that are walked and counted: the older radar reports (001) and the
/// service messages of radars and trackers. Random field sequencing (categories 001 and 002) is not defined here,
/// so that a record with it is told as broken.
/// </summary>
internal static class ServiceProfiles
{
    /// <summary>Category 001, plots; tracks by their own profile.</summary>
    public static UserApplicationProfile Cat001 { get; } = new(1, "1.1-1.4",
        Fixed(10, 2), Extended(20), Fixed(40, 4), Fixed(70, 2), Fixed(90, 2), Extended(130), Fixed(141, 2),
        Fixed(50, 2), Fixed(120, 1), Fixed(131, 1), Fixed(80, 2), Fixed(100, 4), Fixed(60, 2), Extended(30),
        Fixed(150, 1), null, null, null, null, Explicit(SpecialPurpose), null)
    {
        OfTracks = new UserApplicationProfile(1, "1.1-1.4",
            Fixed(10, 2), Extended(20), Fixed(161, 2), Fixed(40, 4), Fixed(42, 4), Fixed(200, 4), Fixed(70, 2),
            Fixed(90, 2), Fixed(141, 2), Extended(130), Fixed(131, 1), Fixed(120, 1), Extended(170), Extended(210),
            Fixed(50, 2), Fixed(80, 2), Fixed(100, 4), Fixed(60, 2), Extended(30), Explicit(SpecialPurpose), null,
            Fixed(150, 1)),
    };

    /// <summary>Category 002.</summary>
    public static UserApplicationProfile Cat002 { get; } = new(2, "1.0-1.1",
        Fixed(10, 2), Fixed(0, 1), Fixed(20, 1), Fixed(30, 3), Fixed(41, 2), Extended(50), Extended(60),
        Repetitive(70, 2), Fixed(100, 8), Fixed(90, 2), Extended(80), null, Explicit(SpecialPurpose), null);

    /// <summary>Category 034. Item 120 is where the radar stands.</summary>
    public static UserApplicationProfile Cat034 { get; } = new(34, "1.26-1.29",
        Fixed(10, 2), Fixed(0, 1), Fixed(30, 3), Fixed(20, 1), Fixed(41, 2), Compound(50, 1, 0, 0, 1, 1, 2, 0), Compound(60, 1, 0, 0, 1, 1, 1, 0),
        Repetitive(70, 2), Fixed(100, 8), Fixed(110, 1), Fixed(120, 8), Fixed(90, 2), Explicit(Expansion), Explicit(SpecialPurpose));

    /// <summary>Category 065.</summary>
    public static UserApplicationProfile Cat065 { get; } = new(65, "1.2-1.5",
        Fixed(10, 2), Fixed(0, 1), Fixed(15, 1), Fixed(30, 3), Fixed(20, 1), Fixed(40, 1), Fixed(50, 1),
        null, null, null, null, null, Explicit(Expansion), Explicit(SpecialPurpose));
}
