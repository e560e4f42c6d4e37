namespace Overflight.Dossiers.Paths;

/// <summary>What is known of one moment.</summary>
internal enum PresenceCertainty : byte
{
    Outside,
    Possible,
    Inside,
}
