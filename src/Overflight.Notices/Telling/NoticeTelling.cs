using Overflight.Authority.Documents;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Packaging;
using Overflight.Record.Proofs;
using Overflight.Record.Storage;
using Overflight.Record.Vaults;

namespace Overflight.Notices.Telling;

/// <summary>Puts a notice into the record once, and writes for each office of its recipient set what that office may read.</summary>
/// <param name="recordPath">The record's folder.</param>
/// <param name="writer">The record, open for writing.</param>
/// <param name="vault">What keeps parts that have a class; null where there are none.</param>
/// <param name="time">The clock, for the evidence packages.</param>
public sealed class NoticeTelling(string recordPath, RecordWriter writer, Vault? vault, TimeProvider time)
{
    /// <summary>The recipient set of a notice, and the offices of it that are told.</summary>
    /// <exception cref="InvalidDataException">The notice is not one to be told: not sent, waived, or without a recipient set on record.</exception>
    public static (RecipientSet Set, IReadOnlyList<Recipient> Told) RecipientsOf(Notice notice, DocumentSet documents)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(documents);
        if (notice.Waiver is not null)
            throw new InvalidDataException($"{notice.Citation} is waived by {notice.Waiver.By}: nobody is told");
        if (notice.SentAt is not { } sent)
            throw new InvalidDataException($"{notice.Citation} is not sent: write the version that says sentAt first");
        if (documents.At<RecipientSet>(notice.Recipients, sent) is not { } set)
            throw new InvalidDataException($"{notice.Citation}: recipient set \"{notice.Recipients}\" is not on record at {sent}, when it is sent");
        var told = set.Offices.Where(office => notice.Limited is null || notice.Limited.To.Contains(office.Office)).ToArray();
        if (notice.Limited?.To.Except(set.Offices.Select(o => o.Office)).FirstOrDefault() is { } stranger)
            throw new InvalidDataException($"{notice.Citation}: is limited to \"{stranger}\", which is no office of {set.Citation}");
        return told.Length > 0 ? (set, told) : throw new InvalidDataException($"{notice.Citation}: {set.Citation} has no office to be told");
    }

    /// <summary>Tells a notice. Run again, it writes the files anew, and appends nothing that the record says already.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="documents">The papers, for its recipient set.</param>
    /// <param name="output">The folder that gets a folder for each office.</param>
    /// <param name="language">One of <see cref="RecipientFiles.Languages"/>.</param>
    /// <param name="cancellation">Gives up waiting for a turn to append.</param>
    /// <returns>The notice's leaf, and what was written.</returns>
    /// <exception cref="RecordException">The record or the vault refuses it; a class has no compartment, or its key is not at hand.</exception>
    /// <exception cref="InvalidDataException">As <see cref="RecipientsOf"/>.</exception>
    public async Task<(LeafReference Leaf, IReadOnlyList<ToldOffice> Offices)> TellAsync(Notice notice, DocumentSet documents, string output, string language, CancellationToken cancellation = default)
    {
        var (set, told) = RecipientsOf(notice, documents);
        var (of, all) = await FindOrAppendAsync(notice, set, cancellation).ConfigureAwait(false);
        var shown = new List<(Recipient Office, IReadOnlyList<Disclosure> Allowed, long? By)>();
        foreach (var office in told)
        {
            var names = all.Where(part => office.Clearances.Contains(NoticeLeaf.ClassOf(part))).Select(part => part.Name).ToArray();
            var (allowed, by) = names.Length == 0 ? ([], null) : await ShowAsync(of, names, office.Office, set, notice, cancellation).ConfigureAwait(false);
            shown.Add((office, allowed, by));
        }
        await writer.CheckpointAsync(cancellation).ConfigureAwait(false);
        var proof = ProofBundle.Create(new LogReader(recordPath), of.Index);
        var keys = LogKeys.Read(recordPath);
        var folders = OfficeFolders.Of(told.Select(office => office.Office));
        var offices = new List<ToldOffice>();
        foreach (var (office, allowed, by) in shown)
        {
            var copy = new NoticeCopy(office.Office, proof, allowed, all.Select(part => part.Digest).Except(allowed.Select(part => part.Digest)), keys);
            var folder = Path.Combine(output, folders[office.Office]);
            RecipientFiles.Write(folder, copy, language, WriteEvidence);
            offices.Add(new(office.Office, folder, copy.Parts.Count, copy.SealedDigests.Count, by));
        }
        return (of, offices);
    }

    private void WriteEvidence(DisclosureFile disclosures, Stream zip) => EvidenceWriter.Write(
        recordPath, new() { Entries = [disclosures.Index], Disclosures = disclosures.Disclosures.Count == 0 ? [] : [disclosures], Made = time.GetUtcNow() }, zip);

    /// <summary>The leaf that says what the notice says; a new one where there is none. With it, all that opens it.</summary>
    private async Task<(LeafReference Of, IReadOnlyList<Disclosure> All)> FindOrAppendAsync(Notice notice, RecipientSet set, CancellationToken cancellation)
    {
        var hasClasses = notice.Content.Any(field => field.Class is not null);
        if (hasClasses && vault is null)
            throw new RecordException($"{notice.Citation} has fields with a class: give the vault that keeps them, and the keys of their compartments");
        var reader = await writer.ReadAsync(cancellation).ConfigureAwait(false);
        var subject = NoticeLeaf.SubjectOf(notice);
        foreach (var (index, leaf) in reader.Leaves().Where(found => found.Leaf.Kind == NoticeLeaf.LeafKind && found.Leaf.Subject == subject).Reverse())
        {
            var opened = leaf.Digests.Count == 0 ? [] : vault?.Open(leaf) ?? [];
            if (NoticeLeaf.Says(leaf, opened, notice, set))
                return (new(index, leaf.Hash), opened);
        }
        var draft = NoticeLeaf.ToDraft(notice, set);
        var appended = hasClasses
            ? await vault!.SealAsync(writer, draft, NoticeLeaf.ClassOf, cancellation).ConfigureAwait(false)
            : await writer.AppendAsync(draft, cancellation).ConfigureAwait(false);
        return (appended.Reference, draft.Disclosures);
    }

    /// <summary>Opens parts to an office, and says so in the record unless it says so already.</summary>
    private async Task<(IReadOnlyList<Disclosure> Allowed, long? By)> ShowAsync(LeafReference of, IReadOnlyCollection<string> names, string office, RecipientSet set, Notice notice, CancellationToken cancellation)
    {
        var reader = await writer.ReadAsync(cancellation).ConfigureAwait(false);
        var allowed = vault!.Open(reader.LeafAt(of), names);
        var digests = allowed.Select(part => part.Digest).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, leaf) in reader.Leaves(of.Index + 1))
        {
            if (leaf.Kind == ShownFields.Kind && ShownFields.Of(leaf) is var earlier && earlier.Leaf == of && earlier.To == office && digests.SetEquals(earlier.Digests))
                return (allowed, index);
        }
        // Nobody else appends to a record that this process has open.
        var next = writer.Size;
        return (await vault.OpenToAsync(writer, of, names, office, set.Citation, $"{notice.Citation}, for {notice.Duty}", cancellation).ConfigureAwait(false), next);
    }
}
