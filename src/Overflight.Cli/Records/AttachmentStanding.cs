namespace Overflight.Cli.Records;

/// <summary>What became of a file that a leaf tells of.</summary>
internal enum AttachmentStanding
{
    Ok,
    Missing,
    Differs,
}
