using System.Globalization;
using System.Text.Json;
using Overflight.Record.Leaves;
using Overflight.Tracks;

namespace Overflight.Notices.Recording;

/// <summary>A leaf of the record that says how a sortie was judged, as <c>plan</c> writes it (docs/notices.md, "Leaves").</summary>
/// <param name="Index">Its index.</param>
/// <param name="Sortie">Id of the sortie.</param>
/// <param name="Version">Version of the sortie.</param>
/// <param name="Stage">When in the sortie's life, such as <c>plan</c>.</param>
/// <param name="At">The instant of the judgement.</param>
/// <param name="IsPermitted">Whether it may be flown; of a flown one, whether all was kept.</param>
/// <param name="BlockedBy">Ids of the rules that stop it.</param>
public sealed record DecisionLeaf(long Index, string Sortie, int Version, string Stage, UtcInstant At, bool IsPermitted, IReadOnlyList<string> BlockedBy)
{
    /// <summary>The leaves' kind.</summary>
    public const string LeafKind = "sortie.decision";

    /// <summary>Whether it is about a flight that had not taken off.</summary>
    public bool IsBeforeFlight => Stage.ToLowerInvariant() is "plan" or "arming";

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="InvalidDataException">A field is missing, or of another form.</exception>
    public static DecisionLeaf Of(long index, Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        foreach (var document in LeafMember.Read(leaf, "documents", JsonValueKind.Array).EnumerateArray())
        {
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("document", out _) || !document.TryGetProperty("sha256", out _))
                throw new InvalidDataException($"is of kind {LeafKind}, and its documents are not each of a document and its sha256");
        }
        _ = LeafMember.Text(leaf, "ruleSet");
        var at = LeafMember.Text(leaf, "at");
        if (!at.EndsWith('Z') || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw new InvalidDataException($"is of kind {LeafKind}, and its at is no time in UTC");
        return new(
            index, LeafMember.Text(leaf, "sortie"), LeafMember.Number(leaf, "version"), LeafMember.Text(leaf, "stage"), UtcInstant.From(time), LeafMember.Truth(leaf, "permitted"),
            LeafMember.Texts(leaf, "blockedBy"));
    }
}
