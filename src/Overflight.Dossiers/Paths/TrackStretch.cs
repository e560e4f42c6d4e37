namespace Overflight.Dossiers.Paths;

/// <summary>Neighbouring kept fixes between which one thing holds.</summary>
/// <param name="First">Number of the first kept fix.</param>
/// <param name="Last">Number of the last; one more than the first in a gap.</param>
/// <param name="What">What is known of it.</param>
/// <param name="IsGap">Whether it is a silence.</param>
internal readonly record struct TrackStretch(int First, int Last, PresenceCertainty What, bool IsGap)
{
    /// <summary>A leg longer than this is a gap, seconds.</summary>
    public const double GapSeconds = 60;
}
