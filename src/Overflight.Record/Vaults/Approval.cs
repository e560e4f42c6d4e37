using Overflight.Record.Leaves;
using Overflight.Record.Notes;

namespace Overflight.Record.Vaults;

/// <summary>A person's consent that sealed fields of a leaf be destroyed: a signed note of docs/record.md, "An approval".</summary>
public static class Approval
{
    /// <summary>Approves.</summary>
    /// <param name="signer">The approver's key, type 0x01.</param>
    /// <param name="origin">The log's origin.</param>
    /// <param name="of">The leaf.</param>
    /// <param name="names">The fields' names; null for all.</param>
    /// <param name="reason">Why; the tombstone gives the same.</param>
    /// <exception cref="RecordException">The key is another kind's, or a name or the reason cannot stand in an approval.</exception>
    public static SignedNote Create(NoteSigner signer, string origin, LeafReference of, IReadOnlyCollection<string>? names, string reason)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (signer.Verifier.Algorithm != NoteAlgorithm.Ed25519)
            throw new RecordException($"{signer.Verifier.Name} cannot approve: an approver signs with a key of type 0x01 (Ed25519)");
        var text = TextOf(origin, of, names, reason);
        return new(text, [signer.Sign(text, DateTimeOffset.UnixEpoch)]);
    }

    /// <summary>What approvers sign.</summary>
    public static string TextOf(string origin, LeafReference of, IReadOnlyCollection<string>? names, string reason)
    {
        LeafRules.RequireText("a reason", reason);
        if (names is { Count: 0 })
            throw new RecordException("an approval names the fields, or all of them");
        foreach (var name in names ?? [])
            LeafRules.RequireSealedName(name);
        var fields = names is null ? "*" : string.Join(',', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return $"overflight/approval/1\n{origin}\ntombstone\n{of}\n{fields}\n{reason}\n";
    }

    /// <summary>The fields that an approval's text names; null where it is all of them, or no such text.</summary>
    internal static IReadOnlyList<string>? NamesIn(string text) =>
        text.Split('\n') is { Length: 7 } lines && lines[4] != "*" ? lines[4].Split(',') : null;

    /// <summary>Whether <see cref="Require"/> would let them pass.</summary>
    internal static bool AreEnough(IReadOnlyList<SignedNote> approvals, string text, VaultSettings settings)
    {
        try
        {
            Require(approvals, text, settings);
            return true;
        }
        catch (RecordException)
        {
            return false;
        }
    }

    /// <summary>Refuses approvals that are not of exactly this text, false, or too few.</summary>
    /// <param name="approvals">Signed notes, each with one signature or several.</param>
    /// <param name="text">What they must say.</param>
    /// <param name="settings">Who may approve, and how many must.</param>
    internal static void Require(IReadOnlyList<SignedNote> approvals, string text, VaultSettings settings)
    {
        var approvers = new List<NoteVerifier>();
        foreach (var approval in approvals)
        {
            if (approval.Text != text)
                throw new RecordException("an approval is of something else: it must name this log, this leaf, these fields and this reason, word for word");
            foreach (var signature in approval.Verify(settings.Approvers))
            {
                if (!approvers.Exists(signature.Verifier.HasSameKey))
                    approvers.Add(signature.Verifier);
            }
        }
        if (approvers.Count < settings.RequiredApprovals)
            throw new RecordException($"{approvers.Count} of the approvers have signed ({string.Join(", ", approvers.Select(a => a.Name))}), and {settings.RequiredApprovals} must");
    }
}
