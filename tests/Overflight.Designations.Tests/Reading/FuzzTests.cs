using System.Globalization;
using System.Text;
using Overflight.Designations.Reading;

namespace Overflight.Designations.Tests.Reading;

/// <summary>Damages sound lists and asks that reading refuses or tells, and throws nothing else. <c>OVERFLIGHT_FUZZ_ITERATIONS</c> sets the passes.</summary>
public sealed class FuzzTests
{
    private static readonly int s_iterations = int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_FUZZ_ITERATIONS"), CultureInfo.InvariantCulture, out var given) ? given : 3_000;

    private static readonly string[] s_words = ["\"", ",", "\r\n", "-0- ", "] [", "\x1A", "\0", "<", ">", "</", "&amp;", "&#0;", "]]>", "<![CDATA[", "ID=\"\"", "é", "'", "999999999999999999"];

    private static readonly (string Name, string[] Files)[] s_lists =
        [("csv", [Sample.Entries, Sample.Addresses, Sample.Aliases, "101,\" and more\"\r\n\x1A"]), ("un", [Sample.Un]), ("advanced", [Sample.Advanced])];

    [Fact]
    public void Damaged_lists_are_read_as_far_as_they_can_be_or_refused()
    {
        for (var i = 0; i < s_iterations; i++)
        {
            var (name, files) = s_lists[i % s_lists.Length];
            var random = new Random(i);
            var damaged = files.Select(file => Damage(Encoding.UTF8.GetBytes(file), random)).ToList();
            try
            {
                var content = ListReader.Read([.. damaged.Select((bytes, n) => Sample.Source($"{name}{n}", bytes))]);
                Assert.Equal(content.Entries.Count, content.Entries.Select(entry => entry.Id).Distinct().Count());
                Assert.All(content.Entries, entry =>
                {
                    Assert.NotEmpty(entry.Names);
                    Assert.Equal(NameKind.Primary, entry.Names[0].Kind);
                    Assert.All(entry.Names, n => Assert.NotEqual("", n.Text));
                });
                Assert.True(content.IsReadToEnd || content.Problems.Count > 0, $"{name}, seed {i}");
            }
            catch (DesignationException)
            {
            }
        }
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var n = random.Next(4); n > 0 && damaged.Count > 0; n--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 60), damaged.Count - at));
                    break;
                case 2:
                    damaged.InsertRange(at, Encoding.UTF8.GetBytes(s_words[random.Next(s_words.Length)]));
                    break;
                case 3:
                    damaged.InsertRange(at, damaged.Slice(random.Next(damaged.Count) is var from && from < at ? from : at, Math.Min(20, damaged.Count - at)));
                    break;
                default:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
            }
        }
        return [.. damaged];
    }
}
