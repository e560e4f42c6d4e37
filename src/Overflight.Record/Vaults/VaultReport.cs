using Overflight.Record.Merkle;

namespace Overflight.Record.Vaults;

/// <summary>How a vault and its record agree.</summary>
/// <param name="Kept">Leaves whose sealed fields are kept.</param>
/// <param name="Orphans">Files without a leaf: a crash came between the two. They are harmless, and of no use.</param>
/// <param name="Missing">Indexes of leaves with sealed fields that neither the vault keeps nor a tombstone destroyed.</param>
/// <param name="Unfinished">Indexes of tombstones that are not carried out; <see cref="Vault.FinishTombstones"/> does it.</param>
/// <param name="Damaged">Files that cannot be decrypted with the keys at hand, or open nothing of their leaf; each with the reason.</param>
public sealed record VaultReport(long Kept, IReadOnlyList<MerkleHash> Orphans, IReadOnlyList<long> Missing, IReadOnlyList<long> Unfinished, IReadOnlyList<string> Damaged)
{
    /// <summary>Whether nothing is wrong; orphans are not.</summary>
    public bool IsClean => Missing.Count + Unfinished.Count + Damaged.Count == 0;

    internal static VaultReport Of(Vault vault, RecordReader reader)
    {
        var files = vault.Folder.Files().GroupBy(file => file.Leaf, file => file.Compartment).ToDictionary(found => found.Key, found => found.ToArray());
        var standing = RecordStanding.Of(reader);
        var destroyed = standing.Tombstones.ToLookup(found => found.Tombstone.Leaf.Leaf);
        var (missing, unfinished, damaged) = (new List<long>(), new List<long>(), new List<string>());
        long kept = 0;
        foreach (var (index, entry) in reader.Entries(0))
        {
            if (entry.Span.IndexOf("\"_sd\":["u8) < 0)
                continue;
            var leaf = RecordReader.Parse(index, entry);
            if (leaf.Digests.Count == 0)
                continue;
            var tombstones = destroyed[leaf.Hash].ToArray();
            if (!files.Remove(leaf.Hash, out var compartments))
            {
                if (tombstones.Length == 0)
                    missing.Add(index);
                continue;
            }
            kept++;
            var whole = tombstones.Where(found => found.Tombstone.Digests.Count == leaf.Digests.Count).Select(found => found.Index).ToArray();
            unfinished.AddRange(whole);
            if (whole.Length > 0 || !compartments.Any(vault.HasKey))
                continue;
            try
            {
                var digests = vault.Open(leaf).Select(d => d.Digest).ToHashSet(StringComparer.Ordinal);
                unfinished.AddRange(tombstones.Where(found => found.Tombstone.Digests.Any(digests.Contains)).Select(found => found.Index));
            }
            catch (RecordException error)
            {
                damaged.Add($"entry {index}: {error.Message}");
            }
        }
        return new(kept, [.. files.Keys], missing, unfinished, damaged);
    }
}
