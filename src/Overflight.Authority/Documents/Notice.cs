using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>What was told to whom, in discharge of a duty.</summary>
public sealed record Notice : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "notice";

    /// <summary>Key of the duty that it discharges, as the decision that opened the duty names it.</summary>
    public required string Duty { get; init; }

    /// <summary>Id of the recipient set; the version in force when it is sent counts.</summary>
    public required string Recipients { get; init; }

    /// <summary>Class of its content, such as <c>public</c> or <c>restricted</c>.</summary>
    public required string ContentClass { get; init; }

    /// <summary>What it says, field by field; at most 16 of them have a class.</summary>
    public IReadOnlyList<NoticeField> Content { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Random characters, at least 22 (128 bits in base64url), wherever a field has a class: the file's hash is public, and without them
    /// whoever guesses a value right could tell by the hash.
    /// </summary>
    public string? Salt { get; init; }

    /// <summary>When it is due.</summary>
    public required UtcInstant DueAt { get; init; }

    /// <summary>When it was sent; null while it is not.</summary>
    public UtcInstant? SentAt { get; init; }

    /// <summary>What the offices confirmed.</summary>
    public IReadOnlyList<NoticeReceipt> Receipts { get; init => field = value ?? []; } = [];

    /// <summary>Who decided that it need not be sent, and why; null for the rule.</summary>
    public NoticeWaiver? Waiver { get; init; }

    /// <summary>Why only some of the offices were told; null where all were.</summary>
    public LimitedNotice? Limited { get; init; }
}
