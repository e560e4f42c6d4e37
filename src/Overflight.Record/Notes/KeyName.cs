using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Overflight.Record.Notes;

/// <summary>Names and ids of keys (C2SP signed-note, "Signatures").</summary>
internal static class KeyName
{
    /// <summary>Whether a text can name a key: not empty, no space of any kind, no plus, no control character.</summary>
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
            return false;
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '+')
                return false;
        }
        return true;
    }

    /// <summary>The first four bytes of SHA-256(name, newline, type, public key).</summary>
    public static uint IdOf(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)algorithm, .. publicKey]));
}
