using CsCheck;
using Overflight.Record.Merkle;

namespace Overflight.Record.Tests.Merkle;

public sealed class MerkleTests
{
    /// <summary>The leaves and roots that Certificate Transparency's implementations have tested with since RFC 6962.</summary>
    private static readonly byte[][] s_leaves =
    [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
    ];

    private static readonly string[] s_roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static readonly Gen<byte[][]> s_tree = Gen.Byte.Array[0, 6].Array[0, 70];

    [Fact]
    public void Roots_are_those_of_certificate_transparency()
    {
        var tree = new TreeFrontier();
        Assert.Equal(s_roots[0], Hex(tree.Root()));
        for (var i = 0; i < s_leaves.Length; i++)
        {
            tree.Append(MerkleTree.HashLeaf(s_leaves[i]));
            Assert.Equal(s_roots[i + 1], Hex(tree.Root()));
        }
    }

    [Theory]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    public void Inclusion_paths_are_those_of_certificate_transparency(int index, int size, string path)
    {
        Assert.Equal(path, string.Join(' ', InclusionProof.Create(index, size, Subtrees(s_leaves)).Select(Hex)));
    }

    [Fact]
    public void Frontier_root_is_that_of_the_definition() => s_tree.Sample(leaves =>
    {
        var tree = new TreeFrontier();
        foreach (var leaf in leaves)
            tree.Append(MerkleTree.HashLeaf(leaf));
        Assert.Equal(ReferenceTree.Root(leaves), tree.Root().ToArray());
        Assert.Equal(tree.Root(), new TreeFrontier(leaves.Length, Subtrees(leaves)).Root());
    }, iter: 200);

    [Fact]
    public void Inclusion_proofs_are_those_of_the_definition_and_verify() => Gen.Select(s_tree, Gen.Int[0, 1_000]).Sample((leaves, pick) =>
    {
        if (leaves.Length == 0)
            return;
        var index = pick % leaves.Length;
        var root = MerkleHash.From(ReferenceTree.Root(leaves));
        var path = InclusionProof.Create(index, leaves.Length, Subtrees(leaves));
        Assert.Equal(ReferenceTree.Path(index, leaves), path.Select(h => h.ToArray()));
        Assert.True(InclusionProof.Verify(MerkleTree.HashLeaf(leaves[index]), index, leaves.Length, path, root));
    }, iter: 200);

    [Fact]
    public void Consistency_proofs_are_those_of_the_definition_and_verify() => Gen.Select(s_tree, Gen.Int[0, 1_000]).Sample((leaves, pick) =>
    {
        var old = pick % (leaves.Length + 1);
        var (oldRoot, root) = (MerkleHash.From(ReferenceTree.Root(leaves[..old])), MerkleHash.From(ReferenceTree.Root(leaves)));
        var proof = ConsistencyProof.Create(old, leaves.Length, Subtrees(leaves));
        if (old > 0)
            Assert.Equal(ReferenceTree.Proof(old, leaves), proof.Select(h => h.ToArray()));
        Assert.True(ConsistencyProof.Verify(old, oldRoot, leaves.Length, root, proof));
    }, iter: 200);

    [Fact]
    public void Nothing_but_the_proof_itself_verifies() => Gen.Select(s_tree, Gen.Int[0, 1_000], Gen.Int[0, 6], Gen.Int[0, 1_000]).Sample((leaves, pick, what, where) =>
    {
        if (leaves.Length < 2)
            return;
        var index = pick % leaves.Length;
        var root = MerkleHash.From(ReferenceTree.Root(leaves));
        var leaf = MerkleTree.HashLeaf(leaves[index]);
        var path = InclusionProof.Create(index, leaves.Length, Subtrees(leaves)).ToList();
        long place = index, size = leaves.Length;
        switch (what)
        {
            case 0: path[where % path.Count] = Other(path[where % path.Count]); break;
            case 1: path.RemoveAt(where % path.Count); break;
            case 2: path.Insert(where % (path.Count + 1), leaf); break;
            case 3: leaf = Other(leaf); break;
            case 4: root = Other(root); break;
            case 5: place = -1 - place; break;
            default: size = place; break;
        }
        Assert.False(InclusionProof.Verify(leaf, place, size, path, root));
    }, iter: 500);

    [Fact]
    public void No_changed_consistency_proof_verifies() => Gen.Select(s_tree, Gen.Int[0, 1_000], Gen.Int[0, 4], Gen.Int[0, 1_000]).Sample((leaves, pick, what, where) =>
    {
        var old = pick % (leaves.Length + 1);
        var (oldRoot, root) = (MerkleHash.From(ReferenceTree.Root(leaves[..old])), MerkleHash.From(ReferenceTree.Root(leaves)));
        var proof = ConsistencyProof.Create(old, leaves.Length, Subtrees(leaves)).ToList();
        switch (what)
        {
            case 0 when proof.Count > 0: proof[where % proof.Count] = Other(proof[where % proof.Count]); break;
            case 1 when proof.Count > 0: proof.RemoveAt(where % proof.Count); break;
            case 2: proof.Insert(where % (proof.Count + 1), root); break;
            // An empty tree is a part of every tree: there the new root is not looked at.
            case 3 when old > 0: root = Other(root); break;
            default: oldRoot = Other(oldRoot); break;
        }
        Assert.False(ConsistencyProof.Verify(old, oldRoot, leaves.Length, root, proof));
    }, iter: 500);

    [Fact]
    public void A_hash_has_one_text_only()
    {
        var hash = MerkleTree.HashLeaf("x"u8);
        var text = hash.ToString();
        Assert.True(MerkleHash.TryParse(text, out var read));
        Assert.Equal(hash, read);
        // The last character of 32 bytes carries two bits that must be zero.
        Assert.False(MerkleHash.TryParse(text[..42] + (char)(text[42] + 1) + "=", out _));
        Assert.False(MerkleHash.TryParse(text.TrimEnd('='), out _));
        Assert.False(MerkleHash.TryParse(" " + text[1..], out _));
    }

    internal static SubtreeHash Subtrees(byte[][] leaves) =>
        (level, index) => MerkleHash.From(ReferenceTree.Root(leaves.AsSpan((int)(index << level), 1 << level).ToArray()));

    internal static MerkleHash Other(MerkleHash hash)
    {
        var bytes = hash.ToArray();
        bytes[7] ^= 1;
        return MerkleHash.From(bytes);
    }

    private static string Hex(MerkleHash hash) => Convert.ToHexStringLower(hash.ToArray());
}
