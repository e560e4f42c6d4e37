using Overflight.Record.Leaves;

namespace Overflight.Cli.Records;

/// <summary>A leaf that tells of a file, and what was found of that.</summary>
/// <param name="Index">The leaf's index.</param>
/// <param name="Attachment">What it tells; null where it breaks the rules of its kind.</param>
/// <param name="Standing">What was found.</param>
/// <param name="File">The file; null where there is none.</param>
/// <param name="Reason">What differs; null where nothing does.</param>
internal sealed record CheckedAttachment(long Index, Attachment? Attachment, AttachmentStanding Standing, string? File, string? Reason)
{
    public bool IsOk => Standing == AttachmentStanding.Ok;

    /// <summary>The name in the record.</summary>
    public string Name => Attachment?.Name ?? "";

    /// <summary>How reports call it.</summary>
    public string Word => Standing switch
    {
        AttachmentStanding.Ok => "ok",
        AttachmentStanding.Missing => "missing",
        _ => "differs",
    };
}
