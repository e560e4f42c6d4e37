using System.Security.Cryptography;
using System.Text;
using Overflight.Record.Leaves;

namespace Overflight.Record.Tests.Leaves;

/// <summary>Bytes that look random and are the same each time.</summary>
internal static class SeededRandom
{
    public static RandomSource Of(int seed)
    {
        var count = 0;
        return destination =>
        {
            while (!destination.IsEmpty)
            {
                var block = SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}/{count++}"));
                var length = Math.Min(block.Length, destination.Length);
                block.AsSpan(0, length).CopyTo(destination);
                destination = destination[length..];
            }
        };
    }
}
