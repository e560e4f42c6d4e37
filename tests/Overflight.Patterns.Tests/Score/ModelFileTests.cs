using CsCheck;
using Overflight.Patterns.Score;
using Overflight.Patterns.Score.Training;

namespace Overflight.Patterns.Tests.Score;

public class ModelFileTests
{
    [Fact]
    public void AModelReadBackScoresTheSame() => Gen.Select(Histories.Crowd, Gen.Bool).Sample((rows, usesAllColumns) =>
    {
        var model = ModelTrainer.Train(rows, Histories.Quick(usesAllColumns), "made up");
        var file = ModelFile.Write(model);
        var back = ModelFile.Read(file, "test");
        Assert.Equal("made up", back.Description);
        Assert.Equal(file, ModelFile.Write(back));
        foreach (var row in rows)
            Assert.Equal(model.Score(row.History).Score, back.Score(row.History).Score);
    }, iter: 5);

    /// <summary>Any one byte changed, or the end cut off, is noticed: the content by its checksum, the rest by its form.</summary>
    [Fact]
    public void ADamagedFileIsRefused()
    {
        var file = ModelFile.Write(SurveillanceScorer.Behaviour);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte[1, 255], Gen.Bool).Sample((at, change, cut) =>
        {
            var damaged = cut ? file[..at] : [.. file];
            if (!cut)
                damaged[at] ^= change;
            var refused = Record.Exception(() => ModelFile.Read(damaged, "some.model"));
            if (refused is null)
            {
                // Bits that pad the packed content carry nothing: such a file must give the same model.
                Assert.False(cut);
                Assert.Equal(file, ModelFile.Write(ModelFile.Read(damaged, "some.model")));
                return;
            }
            Assert.IsType<InvalidDataException>(refused);
            Assert.StartsWith("some.model: ", refused.Message, StringComparison.Ordinal);
        }, iter: 500);
    }

    [Fact]
    public void OtherBytesAreRefused() => Gen.Byte.Array[0, 200].Sample(bytes =>
        Assert.Throws<InvalidDataException>(() => ModelFile.Read(bytes, "x")), iter: 500);

    /// <summary>Content that passes its checksum can still be wrong: it is made so, byte by byte.</summary>
    [Fact]
    public void WrongContentIsRefusedOrFinite()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            ModelContent.Write(writer, SurveillanceScorer.Behaviour);
        var content = stream.ToArray();
        var history = Histories.Any.Single();
        Gen.Select(Gen.Int[0, content.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] changed = [.. content];
            changed[at] = value;
            try
            {
                using var reader = new BinaryReader(new MemoryStream(changed));
                Assert.InRange(ModelContent.Read(reader).Score(history).Score, 0, 1);
            }
            catch (Exception e) when (e is InvalidDataException or IOException or FormatException)
            {
            }
        }, iter: 100);
    }
}
