using System.Buffers;

namespace Overflight.Record.Leaves;

/// <summary>A member of an object as it was written: where it and its name stand in the output, and where the name stood in the input.</summary>
internal readonly record struct CanonicalMember(int Start, int NameEnd, int End, int Offset)
{
    public const string Twice = "a member's name comes twice";

    /// <summary>Puts the members of an object in the order of RFC 8785, section 3.2.3.</summary>
    /// <param name="body">The object's bytes between its braces.</param>
    /// <param name="begin">Where the body begins in the output.</param>
    /// <param name="members">Its members.</param>
    /// <param name="refuse">Makes the exception.</param>
    public static void Order(Span<byte> body, int begin, Span<CanonicalMember> members, Func<string, int, RecordException> refuse)
    {
        var copy = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            body.CopyTo(copy);
            members.Sort((left, right) => CanonicalName.Compare(left.NameIn(copy, begin), right.NameIn(copy, begin)));
            var at = 0;
            for (var i = 0; i < members.Length; i++)
            {
                if (i > 0)
                {
                    if (members[i].NameIn(copy, begin).SequenceEqual(members[i - 1].NameIn(copy, begin)))
                        throw refuse(Twice, Math.Max(members[i].Offset, members[i - 1].Offset));
                    body[at++] = (byte)',';
                }
                copy.AsSpan(members[i].Start - begin, members[i].End - members[i].Start).CopyTo(body[at..]);
                at += members[i].End - members[i].Start;
            }
        }
        finally
        {
            copy.AsSpan(0, body.Length).Clear();
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private ReadOnlySpan<byte> NameIn(byte[] body, int begin) => body.AsSpan(Start - begin, NameEnd - Start);
}
