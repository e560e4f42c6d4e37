using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;

namespace Overflight.Record.Tests.Leaves;

public sealed class OwnKindTests
{
    private static readonly LeafReference s_of = new(7, MerkleTree.HashLeaf("x"u8));

    [Fact]
    public void The_records_own_leaves_are_read_back()
    {
        using var signer = NoteSigner.Create("example.org/a", NoteAlgorithm.Ed25519);
        var attachment = new Attachment("a.ts", new string('a', 64), 12, "video/mp2t", 5, 6);
        Assert.Equal(attachment, Attachment.Of(Made(attachment.ToDraft("s"))));
        var timeless = attachment with { From = null, To = null };
        Assert.Equal(timeless, Attachment.Of(Made(timeless.ToDraft("s"))));

        var disclosure = Disclosure.Create("a", "[1]"u8);
        var published = PublishedDisclosures.Of(Made(new PublishedDisclosures(s_of, [disclosure], "Court", "Order 1").ToDraft("s")));
        Assert.Equal((s_of, "Court", "Order 1", disclosure.Text), (published.Leaf, published.Authority, published.Reason, Assert.Single(published.Disclosures).Text));

        var shown = ShownFields.Of(Made(new ShownFields(s_of, [disclosure.Digest], "State X", "Court", "Treaty").ToDraft("s")));
        Assert.Equal((s_of, "State X", disclosure.Digest), (shown.Leaf, shown.To, Assert.Single(shown.Digests)));

        var note = new SignedNote("text\n", [signer.Sign("text\n", DateTimeOffset.UnixEpoch)]);
        var tombstone = Tombstone.Of(Made(new Tombstone(s_of, [disclosure.Digest], "Erasure", [note]).ToDraft("s")));
        Assert.Equal((s_of, "Erasure", note.ToString()), (tombstone.Leaf, tombstone.Reason, Assert.Single(tombstone.Approvals).ToString()));
        Assert.Single(tombstone.Approvals[0].Verify([signer.Verifier]));

        foreach (var target in new[] { HoldTarget.On(s_of), HoldTarget.OnSubject("N1") })
        {
            Assert.Equal(new Hold(target, "Court", "Case 5"), Hold.Of(Made(new Hold(target, "Court", "Case 5").ToDraft("s"))));
            Assert.Equal(new Release(target, "Court", "Case 5"), Release.Of(Made(new Release(target, "Court", "Case 5").ToDraft("s"))));
        }
        Assert.Equal(new KeyChange(signer.Verifier, true), KeyChange.Of(Made(new KeyChange(signer.Verifier, true).ToDraft())));
        Assert.Equal(new KeyChange(signer.Verifier, false), KeyChange.Of(Made(new KeyChange(signer.Verifier, false).ToDraft())));
    }

    [Fact]
    public void What_they_may_not_say_is_refused()
    {
        foreach (var attachment in new[]
        {
            new Attachment("a/b", new string('a', 64), 1, "x/y"), new Attachment("..", new string('a', 64), 1, "x/y"), new Attachment("a", new string('A', 64), 1, "x/y"),
            new Attachment("a", new string('a', 63), 1, "x/y"), new Attachment("a", new string('a', 64), -1, "x/y"), new Attachment("a", new string('a', 64), 1, ""), new Attachment("a", new string('a', 64), 1, "x/y", 6, 5),
        })
            Assert.Throws<RecordException>(() => attachment.ToDraft("s"));
        Assert.Throws<RecordException>(() => new Hold(new(null, null), "a", "b").ToDraft("s"));
        Assert.Throws<RecordException>(() => new Hold(new(s_of, "x"), "a", "b").ToDraft("s"));
        Assert.Throws<RecordException>(() => new Hold(HoldTarget.OnSubject("x"), "a\nb", "b").ToDraft("s"));
        Assert.Throws<RecordException>(() => new Hold(HoldTarget.OnSubject("x"), "a", new string('x', 1_001)).ToDraft("s"));
    }

    [Theory]
    [InlineData("record.hold", """{"authority":"a","reason":"b"}""")]
    [InlineData("record.hold", """{"about":"x","authority":"a","of":{"index":1,"leaf":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},"reason":"b"}""")]
    [InlineData("record.hold", """{"about":"x","authority":"a"}""")]
    [InlineData("record.hold", """{"about":"x","authority":"a","extra":1,"reason":"b"}""")]
    [InlineData("record.hold", """{"authority":"a","of":{"index":1,"leaf":"AAAA"},"reason":"b"}""")]
    [InlineData("record.hold", """{"authority":"a","of":{"index":-1,"leaf":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},"reason":"b"}""")]
    [InlineData("record.hold", """{"authority":"a","of":{"index":1,"leaf":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","more":1},"reason":"b"}""")]
    [InlineData("record.hold", """{"about":1,"authority":"a","reason":"b"}""")]
    [InlineData("record.release", """{"about":"x","authority":"a","reason":"b"}""")]
    [InlineData("entry", """{"about":"x","authority":"a","reason":"b"}""")]
    public void Leaves_of_another_form_are_not_read(string kind, string fields) =>
        Assert.Throws<RecordException>(() => Hold.Of(Made(LeafDraft.CreateOwn(kind, "s", Encoding.UTF8.GetBytes(fields)))));

    private static Leaf Made(LeafDraft draft) => Leaf.Parse(draft.Make(0, 1, null));
}
