using System.Text;

namespace Overflight.Feeds.Tests;

/// <summary>Damages sound inputs: bits and bytes changed, pieces cut out, repeated or cut off, and what a format holds special put in.</summary>
internal static class Damaged
{
    /// <summary>One to four damages.</summary>
    /// <param name="sound">The input, left as it is.</param>
    /// <param name="random">Seeded.</param>
    /// <param name="characters">Characters that mean something in the format; each takes the place of a byte.</param>
    /// <param name="words">Words that mean something in it, put in anywhere.</param>
    public static byte[] Of(byte[] sound, Random random, string characters, string[] words)
    {
        var bytes = sound.ToList();
        for (var n = random.Next(1, 5); n > 0 && bytes.Count > 2; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 1 << random.Next(1, 7)), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes[at] = (byte)characters[random.Next(characters.Length)];
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[random.Next(words.Length)]));
                    break;
            }
        }
        return [.. bytes];
    }
}
