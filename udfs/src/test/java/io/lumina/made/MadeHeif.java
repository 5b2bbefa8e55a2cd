package io.lumina.made;

import java.util.ArrayList;
import java.util.List;

/**
 * A HEIF of JPEGs, which the standard allows beside HEVC: in all but its codec the file of a phone,
 * with tiles and a thumbnail where a test asks for them.
 */
public final class MadeHeif {
  private static final int PICTURE = 1;
  private static final int THUMBNAIL = 2;
  private static final int FIRST_TILE = 3;

  private record Item(int id, String type, int width, int height, byte[] content) {}

  private final String brand;
  private final List<Item> items = new ArrayList<>();
  private final MadeBytes references = MadeBytes.big().u32(0);

  private MadeHeif(String brand) {
    this.brand = brand;
  }

  /** A picture in one piece. */
  public static MadeHeif of(MadePicture picture) {
    MadeHeif file = new MadeHeif("heic");
    file.add(PICTURE, picture);
    return file;
  }

  /** An AVIF. */
  public static MadeHeif av1(MadePicture picture) {
    MadeHeif file = new MadeHeif("avif");
    byte[] content = CodedPicture.av1(picture);
    file.items.add(new Item(PICTURE, "av01", picture.width(), picture.height(), content));
    return file;
  }

  /** A picture of tiles, which its sides must be multiples of. */
  public static MadeHeif tiled(MadePicture picture, int across, int down) {
    MadeHeif file = new MadeHeif("heic");
    int width = picture.width() / across;
    int height = picture.height() / down;
    MadeBytes grid = MadeBytes.big().u16(0).u8(down - 1).u8(across - 1);
    grid.u16(picture.width()).u16(picture.height());
    file.items.add(new Item(PICTURE, "grid", picture.width(), picture.height(), grid.done()));
    MadeBytes tiles = MadeBytes.big().u16(PICTURE).u16((long) across * down);
    for (int i = 0; i < across * down; i++) {
      file.add(
          FIRST_TILE + i, picture.part(i % across * width, i / across * height, width, height));
      tiles.u16(FIRST_TILE + i);
    }
    file.references.add(MadeBytes.box("dimg", tiles));
    return file;
  }

  /** With a small copy, of this picture or of another one. */
  public MadeHeif thumbnail(MadePicture small) {
    add(THUMBNAIL, small);
    references.add(MadeBytes.box("thmb", MadeBytes.big().u16(THUMBNAIL).u16(1).u16(PICTURE)));
    return this;
  }

  private void add(int id, MadePicture part) {
    items.add(new Item(id, "jpeg", part.width(), part.height(), part.jpeg(95)));
  }

  /** The whole file. */
  public byte[] bytes() {
    byte[] type = MadeBytes.box("ftyp", MadeBytes.big().text(brand).u32(0).text("mif1" + brand));
    // Places take the same space wherever they are.
    int at = type.length + meta(0).length + 8;
    MadeBytes data = MadeBytes.big();
    items.forEach(item -> data.add(item.content));
    return MadeBytes.big().add(type).add(meta(at)).add(MadeBytes.box("mdat", data)).done();
  }

  private byte[] meta(int dataAt) {
    MadeBytes entries = MadeBytes.big().u32(0).u16(items.size());
    MadeBytes sizes = MadeBytes.big();
    MadeBytes owners = MadeBytes.big().u32(0, items.size());
    MadeBytes places = MadeBytes.big().u32(0).u16(0x4400).u16(items.size());
    int at = dataAt;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      MadeBytes entry = MadeBytes.big().u32(0x0200_0000L).u16(item.id).u16(0);
      entries.add(MadeBytes.box("infe", entry.text(item.type).u8(0)));
      sizes.add(MadeBytes.box("ispe", MadeBytes.big().u32(0, item.width, item.height)));
      owners.u16(item.id).u8(1).u8(i + 1);
      places.u16(item.id).u16(0).u16(1).u32(at, item.content.length);
      at += item.content.length;
    }
    return MadeBytes.box(
        "meta",
        MadeBytes.big().u32(0).done(),
        MadeBytes.box("hdlr", MadeBytes.big().u32(0, 0).text("pict").zeros(13)),
        MadeBytes.box("pitm", MadeBytes.big().u32(0).u16(PICTURE)),
        MadeBytes.box("iloc", places),
        MadeBytes.box("iinf", entries),
        MadeBytes.box("iref", references),
        MadeBytes.box("iprp", MadeBytes.box("ipco", sizes), MadeBytes.box("ipma", owners)));
  }
}
