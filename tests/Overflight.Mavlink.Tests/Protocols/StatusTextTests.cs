using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Texts;

namespace Overflight.Mavlink.Tests.Protocols;

public sealed class StatusTextTests
{
    [Fact]
    public async Task Texts_of_any_length_come_whole()
    {
        await using var pair = new LossyPair();
        var heard = new List<StatusText>();
        using var reader = new StatusTextReader(pair.Ground, t => { lock (heard) heard.Add(t); });
        var texts = new StatusTexts(pair.Vehicle);
        string[] sent = ["", "short", new('x', 50), new('x', 51), new('y', 100), string.Concat(Enumerable.Repeat("žluťoučký kůň ", 20)), new('é', 75)];
        foreach (var text in sent)
            texts.Send(MavSeverity.Notice, text);
        Assert.True(SpinWait.SpinUntil(() => { lock (heard) return heard.Count == sent.Length; }, TimeSpan.FromMinutes(1)), $"{heard.Count}");
        Assert.Equal(sent, heard.Select(h => h.Text));
        Assert.All(heard, h => Assert.Equal((1, 1, MavSeverity.Notice), ((int)h.SystemId, (int)h.ComponentId, h.Severity)));
        Assert.Throws<ArgumentException>(() => texts.Send(MavSeverity.Info, new string('x', StatusTexts.MostBytes + 1)));
    }

    [Fact]
    public async Task Chunks_in_any_order_give_the_text_and_a_lost_one_a_gap()
    {
        await using var pair = new LossyPair();
        var heard = new List<string>();
        using var reader = new StatusTextReader(pair.Ground, t => { lock (heard) heard.Add(t.Text); });
        string[] chunks = [new('a', 50), new('b', 50), "end"];
        foreach (var i in new[] { 2, 0, 1 })
            pair.Vehicle.Send(new Statustext { Text = chunks[i], Id = 7, ChunkSeq = (byte)i });
        foreach (var i in new[] { 0, 2 })
            pair.Vehicle.Send(new Statustext { Text = chunks[i], Id = 8, ChunkSeq = (byte)i });
        foreach (ushort id in new ushort[] { 9, 10, 11 })
            pair.Vehicle.Send(new Statustext { Text = "one", Id = id });
        Assert.True(SpinWait.SpinUntil(() => { lock (heard) return heard.Count == 5; }, TimeSpan.FromMinutes(1)));
        Assert.Equal(string.Concat(chunks), heard[0]);
        Assert.Contains(chunks[0] + StatusTextReader.Gap + chunks[2], heard);
    }
}
