using Overflight.Record.Leaves;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Storage;

namespace Overflight.Record.Vaults;

/// <summary>
/// What opens a record's sealed fields: salts and values, encrypted by compartment, in a folder outside the log's. Who holds a
/// compartment's key file reads it; destruction needs the approval of two.
/// </summary>
public sealed class Vault
{
    private readonly VaultFolder _folder;
    private readonly Dictionary<string, CompartmentKey> _keys;

    private Vault(VaultFolder folder, VaultSettings settings, Dictionary<string, CompartmentKey> keys) =>
        (_folder, Settings, _keys) = (folder, settings, keys);

    /// <summary>Whose it is, its compartments and its approvers.</summary>
    public VaultSettings Settings { get; }

    internal VaultFolder Folder => _folder;

    /// <summary>Makes an empty vault.</summary>
    /// <param name="path">Its folder, new or empty; outside the log's.</param>
    /// <param name="logPath">The log's folder.</param>
    /// <param name="settings">Whose it is, its compartments with the ids of their keys, and its approvers.</param>
    /// <exception cref="RecordException">One person could destroy, or the folder holds something or is the log's.</exception>
    public static void Create(string path, string logPath, VaultSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        RefuseTogether(path, logPath);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new RecordException($"{path}: is not empty; a vault begins in a folder of its own");
        var root = Path.GetFullPath(path);
        CreatePrivate(root);
        foreach (var compartment in settings.Compartments.Keys)
            CreatePrivate(VaultFolder.FolderOf(root, compartment));
        DurableFile.FlushFolder(Path.Combine(root, "sealed"));
        DurableFile.Write(VaultFolder.SettingsIn(root), VaultFolder.SettingsIn(root) + ".new", settings.ToJson());
        DurableFile.FlushFolder(Path.GetDirectoryName(root)!);
    }

    /// <summary>Opens a vault, and completes what a crash cut short.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="logPath">The log's folder.</param>
    /// <param name="keys">The keys of the compartments that are to be read; the caller disposes them afterwards.</param>
    /// <exception cref="RecordException">There is none, it is the log's folder, or a key is in either or not the vault's.</exception>
    public static Vault Load(string path, string logPath, IReadOnlyList<CompartmentKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        RefuseTogether(path, logPath);
        var settings = ReadSettings(path);
        var held = new Dictionary<string, CompartmentKey>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (KeyFile.IsInside(path, key.Path) || KeyFile.IsInside(logPath, key.Path))
                throw new RecordException($"{key.Path}: a compartment's key is kept neither in the vault nor in the log's folder: who takes one would have both");
            if (key.Origin != settings.Origin || !settings.Compartments.TryGetValue(key.Compartment, out var id) || id != key.Id)
                throw new RecordException($"{key.Path}: its key {key.Id} is of compartment {key.Compartment} of {key.Origin}; this vault is {settings.Origin}'s, with {string.Join(", ", settings.Compartments.Select(c => $"{c.Key} (key {c.Value})"))}");
            held[key.Compartment] = key;
        }
        var folder = new VaultFolder(path, settings.Compartments.Keys);
        folder.Recover();
        return new(folder, settings, held);
    }

    /// <summary>Keeps what opens a leaf's sealed fields, then appends the leaf.</summary>
    /// <param name="writer">The record.</param>
    /// <param name="draft">A leaf with sealed fields, or sealed as a whole.</param>
    /// <param name="compartment">Where to keep it; its key must be at hand.</param>
    /// <param name="cancellation">Gives up waiting for its turn.</param>
    /// <exception cref="RecordException">Nothing is sealed in it, or the key is not at hand; or as <see cref="RecordWriter.AppendAsync(LeafDraft, CancellationToken)"/>.</exception>
    public async ValueTask<AppendedLeaf> SealAsync(RecordWriter writer, LeafDraft draft, string compartment, CancellationToken cancellation = default) =>
        (await SealAsync(writer, [draft], compartment, cancellation).ConfigureAwait(false))[0];

    /// <summary>The same for several leaves, which get consecutive indexes: all or none are appended.</summary>
    public async ValueTask<IReadOnlyList<AppendedLeaf>> SealAsync(RecordWriter writer, IReadOnlyList<LeafDraft> drafts, string compartment, CancellationToken cancellation = default)
    {
        RequireOwn(writer);
        ArgumentNullException.ThrowIfNull(drafts);
        var key = KeyOf(compartment);
        RequireSealed(drafts);
        return await writer.AppendAsync(drafts, made =>
        {
            _folder.Write(compartment, [.. made.Select(leaf => (leaf.Hash, VaultFile.Write(key, leaf.Hash, leaf.Draft.Disclosures)))]);
            _folder.Before?.Invoke(VaultStep.AppendSealed);
            return ValueTask.CompletedTask;
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>The same for one leaf whose fields are kept in several compartments, so that who reads one does not read the others.</summary>
    /// <param name="writer">The record.</param>
    /// <param name="draft">A leaf with sealed fields.</param>
    /// <param name="compartmentOf">Where to keep each field; the keys must be at hand.</param>
    /// <param name="cancellation">Gives up waiting for its turn.</param>
    /// <exception cref="RecordException">As for one compartment.</exception>
    public async ValueTask<AppendedLeaf> SealAsync(RecordWriter writer, LeafDraft draft, Func<Disclosure, string> compartmentOf, CancellationToken cancellation = default)
    {
        RequireOwn(writer);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(compartmentOf);
        RequireSealed([draft]);
        var parts = draft.Disclosures.GroupBy(compartmentOf, StringComparer.Ordinal).Select(part => (Key: KeyOf(part.Key), Disclosures: part.ToArray())).ToArray();
        var appended = await writer.AppendAsync([draft], made =>
        {
            foreach (var (key, disclosures) in parts)
                _folder.Write(key.Compartment, [(made[0].Hash, VaultFile.Write(key, made[0].Hash, disclosures))]);
            _folder.Before?.Invoke(VaultStep.AppendSealed);
            return ValueTask.CompletedTask;
        }, cancellation).ConfigureAwait(false);
        return appended[0];
    }

    /// <summary>What opens a leaf's sealed fields, as far as the keys at hand reach.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="names">The fields; null for all that are kept in compartments whose keys are at hand.</param>
    /// <exception cref="RecordException">The vault does not keep it, or no key of its compartments is at hand.</exception>
    public IReadOnlyList<Disclosure> Open(Leaf leaf, IReadOnlyCollection<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var found = _folder.Find(leaf.Hash);
        if (found.Count == 0)
            throw new RecordException($"the vault keeps nothing of leaf {leaf.Hash.ToBase64Url()}: nothing was sealed in it here, or it is destroyed");
        var readable = found.Where(file => HasKey(file.Compartment)).ToArray();
        if (readable.Length == 0)
            KeyOf(found[0].Compartment);
        IReadOnlyList<Disclosure> disclosures = [.. readable.SelectMany(file => ReadFile(file.Compartment, file.Path, leaf.Hash))];
        var fields = leaf.Resolve(disclosures);
        var without = found.Select(file => file.Compartment).Where(compartment => !HasKey(compartment)).ToArray();
        return names is null ? disclosures : [.. names.Distinct(StringComparer.Ordinal).Select(name => fields.GetValueOrDefault(name)
            ?? throw new RecordException($"the vault keeps no field \"{LeafRules.Shown(name)}\" of leaf {leaf.Hash.ToBase64Url()}: it was not sealed, or it is destroyed{(without.Length == 0 ? "" : $", or is in compartment {string.Join(" or ", without)}, whose key is not at hand")}"))];
    }

    /// <summary>Opens fields for everybody: a leaf holds what opens them, or several where one is too small.</summary>
    /// <param name="writer">The record.</param>
    /// <param name="of">The leaf.</param>
    /// <param name="names">The fields; null for all that are kept.</param>
    /// <param name="authority">Who decided that.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up waiting for its turn.</param>
    public async ValueTask<IReadOnlyList<AppendedLeaf>> PublishAsync(RecordWriter writer, LeafReference of, IReadOnlyCollection<string>? names, string authority, string reason, CancellationToken cancellation = default)
    {
        var (leaf, disclosures) = await Read(writer, of, names, cancellation).ConfigureAwait(false);
        var drafts = Split(disclosures).Select(part => new PublishedDisclosures(of, part, authority, reason).ToDraft(leaf.Subject));
        return await writer.AppendAsync([.. drafts], cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens fields to one receiver: a leaf says so without them, and when it is durable they are handed out.</summary>
    /// <param name="writer">The record.</param>
    /// <param name="of">The leaf.</param>
    /// <param name="names">The fields; null for all that are kept.</param>
    /// <param name="to">Who receives them.</param>
    /// <param name="authority">Who decided that.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up waiting for its turn.</param>
    public async ValueTask<IReadOnlyList<Disclosure>> OpenToAsync(RecordWriter writer, LeafReference of, IReadOnlyCollection<string>? names, string to, string authority, string reason, CancellationToken cancellation = default)
    {
        var (leaf, disclosures) = await Read(writer, of, names, cancellation).ConfigureAwait(false);
        await writer.AppendAsync(new ShownFields(of, [.. disclosures.Select(d => d.Digest).Order(StringComparer.Ordinal)], to, authority, reason).ToDraft(leaf.Subject), cancellation).ConfigureAwait(false);
        return disclosures;
    }

    /// <summary>
    /// Destroys salts and values under approval: first a leaf says so, then the vault forgets. Run again with the same arguments
    /// after a crash, it completes that without a second leaf.
    /// </summary>
    /// <param name="writer">The record.</param>
    /// <param name="of">The leaf.</param>
    /// <param name="names">The fields, whose compartment's key must be at hand; null for all.</param>
    /// <param name="reason">Why, word for word as it was approved.</param>
    /// <param name="approvals">The approvers' notes.</param>
    /// <param name="cancellation">Gives up waiting for its turn.</param>
    /// <returns>The index of the leaf that says so.</returns>
    /// <exception cref="RecordException">Approvals are missing or false, a hold stands, or the vault does not keep the fields.</exception>
    public async ValueTask<long> TombstoneAsync(RecordWriter writer, LeafReference of, IReadOnlyCollection<string>? names, string reason, IReadOnlyList<SignedNote> approvals, CancellationToken cancellation = default)
    {
        RequireOwn(writer);
        return await new VaultDestruction(this).RunAsync(writer, of, names, reason, approvals, cancellation).ConfigureAwait(false);
    }

    /// <summary>Carries out the tombstones of the record that a crash left half done.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="RecordException">Approvals of one are missing or false; all others are carried out before this is told.</exception>
    public int FinishTombstones(RecordReader reader)
    {
        var destruction = new VaultDestruction(this);
        var (count, refused) = (0, (RecordException?)null);
        foreach (var (index, tombstone) in RecordStanding.Of(reader).Tombstones)
        {
            try
            {
                count += destruction.CarryOut(reader, tombstone) ? 1 : 0;
            }
            catch (RecordException error)
            {
                refused ??= new($"entry {index} is a tombstone that is not carried out: {error.Message}", error);
            }
        }
        return refused is null ? count : throw refused;
    }

    /// <summary>Compares the vault with its record.</summary>
    public VaultReport Check(RecordReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return VaultReport.Of(this, reader);
    }

    internal bool HasKey(string compartment) => _keys.ContainsKey(compartment);

    internal CompartmentKey KeyOf(string compartment) => _keys.GetValueOrDefault(compartment) ?? throw new RecordException(Settings.Compartments.ContainsKey(compartment)
        ? $"the key of compartment {compartment} is not at hand: only who holds its key file reads it"
        : $"the vault has no compartment {LeafRules.Shown(compartment)}; it has {string.Join(", ", Settings.Compartments.Keys)}");

    /// <summary>What is to be shown, unless a tombstone says already that nobody can.</summary>
    private async ValueTask<(Leaf Leaf, IReadOnlyList<Disclosure> Disclosures)> Read(RecordWriter writer, LeafReference of, IReadOnlyCollection<string>? names, CancellationToken cancellation)
    {
        RequireOwn(writer);
        var reader = await writer.ReadAsync(cancellation).ConfigureAwait(false);
        var leaf = reader.LeafAt(of);
        var disclosures = Open(leaf, names);
        var destroyed = RecordStanding.Of(reader).DestroyedOf(of);
        return disclosures.Any(d => destroyed.Contains(d.Digest))
            ? throw new RecordException($"a tombstone says that what is sealed in entry {of.Index} is destroyed, and a crash kept it: complete that first")
            : (leaf, disclosures);
    }

    private void RequireOwn(RecordWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (writer.Origin != Settings.Origin)
            throw new RecordException($"this vault is {Settings.Origin}'s, and the record is {writer.Origin}");
        RefuseTogether(_folder.Root, writer.Folder.Root);
    }

    /// <summary>What a file of a compartment holds.</summary>
    /// <exception cref="RecordException">It is damaged, or the key is not at hand.</exception>
    internal IReadOnlyList<Disclosure> ReadFile(string compartment, string path, MerkleHash leaf)
    {
        try
        {
            return VaultFile.Read(KeyOf(compartment), leaf, File.ReadAllBytes(path));
        }
        catch (RecordException error)
        {
            throw new RecordException(path, error.Message, error);
        }
    }

    private static void RequireSealed(IReadOnlyList<LeafDraft> drafts)
    {
        if (drafts.Any(draft => draft.Disclosures.Count == 0))
            throw new RecordException("nothing is sealed in this leaf: name the fields to seal, or append it without a vault");
    }

    private static IEnumerable<List<Disclosure>> Split(IReadOnlyList<Disclosure> disclosures)
    {
        var part = new List<Disclosure>();
        var length = 0;
        foreach (var disclosure in disclosures)
        {
            // Quotation marks and a comma each.
            if (part.Count > 0 && length + disclosure.Text.Length + 3 > Disclosure.MaximumTextLength)
            {
                yield return part;
                (part, length) = ([], 0);
            }
            part.Add(disclosure);
            length += disclosure.Text.Length + 3;
        }
        if (part.Count > 0)
            yield return part;
    }

    private static VaultSettings ReadSettings(string path)
    {
        var file = VaultFolder.SettingsIn(path);
        try
        {
            return VaultSettings.Parse(File.ReadAllBytes(file));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordException($"{path}: is no vault: vault.json is missing", error);
        }
        catch (RecordException error)
        {
            throw new RecordException(file, error.Message, error);
        }
    }

    private static void RefuseTogether(string path, string logPath)
    {
        if (KeyFile.IsInside(logPath, path) || KeyFile.IsInside(path, logPath))
            throw new RecordException($"{path}: a vault and its log are kept apart, neither within the other: the log's folder is there to be shown to everybody");
    }

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
