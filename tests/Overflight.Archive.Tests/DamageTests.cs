using System.Globalization;

namespace Overflight.Archive.Tests;

/// <summary><c>OVERFLIGHT_LONG=n</c> makes the passes n times as long.</summary>
public sealed class DamageTests
{
    private static readonly int s_length = int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_LONG"), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    private static ArchiveFolder TwoFiles(out List<ArchivedFix> first, out List<ArchivedFix> second)
    {
        var folder = new ArchiveFolder();
        (first, second) = (MadeFixes.Flights(3, 4, 60), MadeFixes.Flights(4, 4, 60));
        folder.Ingest(240, first, second);
        Assert.True(folder.DataFiles().Length >= 2);
        return folder;
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_a_file_is_told_with_its_name_and_the_rest_is_answered()
    {
        using var folder = TwoFiles(out _, out _);
        var (whole, _) = folder.Read();
        var file = folder.DataFiles()[0];
        var bytes = File.ReadAllBytes(file);
        var random = new Random(5);
        var told = 0;
        for (var round = 0; round < 400 * s_length; round++)
        {
            // The first four bytes say PAR1 to other tools; nobody here reads them.
            var (at, bit) = (4 + random.Next(bytes.Length - 4), 1 << random.Next(8));
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= (byte)bit;
            File.WriteAllBytes(file, flipped);
            var (found, report) = folder.Read();
            if (report.Damaged.Keys.Any(k => k.EndsWith(Path.GetFileName(file), StringComparison.Ordinal)))
                told++;
            else
                // In the chunk of a column with nothing in it, which is not read.
                Assert.True(report.IsComplete && found.SequenceEqual(whole), $"byte {at} of {bytes.Length}, bit {bit}: neither told nor harmless");
            Assert.True(found.Count >= whole.Count - 240 && found.All(whole.Contains), $"byte {at}, bit {bit}: the rest is not answered");
        }
        Assert.True(told > 320 * s_length, $"only {told} were told");
    }

    [Fact]
    public void A_file_cut_short_anywhere_or_missing_is_told_and_the_rest_is_answered()
    {
        using var folder = TwoFiles(out _, out _);
        var file = folder.DataFiles()[0];
        var bytes = File.ReadAllBytes(file);
        var random = new Random(6);
        for (var round = 0; round < 50 * s_length; round++)
        {
            File.WriteAllBytes(file, bytes[..random.Next(bytes.Length)]);
            var (found, report) = folder.Read();
            Assert.Single(report.Damaged);
            Assert.NotEmpty(found);
        }
        File.Delete(file);
        Assert.Contains(Path.GetFileName(file), Assert.Single(folder.Read().Report.Damaged).Value);
    }

    [Fact]
    public void A_changed_manifest_or_list_of_inputs_is_not_believed()
    {
        using var folder = TwoFiles(out _, out _);
        foreach (var file in new[] { Path.Combine(folder.Path, "manifest.json"), Directory.EnumerateFiles(Path.Combine(folder.Path, "inputs")).First() })
        {
            var bytes = File.ReadAllBytes(file);
            var random = new Random(7);
            for (var round = 0; round < 100 * s_length; round++)
            {
                var flipped = (byte[])bytes.Clone();
                flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, flipped);
                var message = Record.Exception(() =>
                {
                    using var archive = FixArchive.Open(folder.Path);
                    _ = archive.Inputs;
                });
                Assert.IsType<InvalidDataException>(message);
                Assert.Contains(Path.GetFileName(file), message.Message);
            }
            File.WriteAllBytes(file, bytes);
        }
        Assert.Equal(480, folder.Read().Fixes.Count);
    }
}
