using Overflight.Tracks;

namespace Overflight.Patterns.Integrity;

/// <summary>What an aircraft says of how far its position can be relied on.</summary>
internal static class StatedIntegrity
{
    // NIC 1 and NACp 3 are some twenty and one nautical miles and worse (DO-260B 2.2.3.2.7.2): what a receiver says that lost its satellites.
    private const int LostNic = 1;
    private const int LostNacP = 3;

    /// <summary>Whether a track says anything.</summary>
    public static bool IsIn(Track track) =>
        track.NavigationIntegrityCategories.IndexOfAnyExcept((sbyte)-1) >= 0 || track.NavigationAccuracyCategories.IndexOfAnyExcept((sbyte)-1) >= 0;

    /// <summary>Whether a fix says that its position cannot be relied on: by NIC where given, else by NACp; −1 for what is absent.</summary>
    public static bool IsLost(sbyte nic, sbyte nacP) => nic is >= 0 and <= LostNic || nic < 0 && nacP is >= 0 and <= LostNacP;
}
