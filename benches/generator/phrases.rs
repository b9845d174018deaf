//! Sentences that any document may say: how things stand, what is aimed at, what was done. None of them assigns anything.

/// How things stand; `{o}` is one of the objects of the topic, `{t}` the topic.
pub const SITUATION: [&str; 14] = [
    "Thời gian qua, công tác {t} đã có chuyển biến, ý thức của người dân và doanh nghiệp được nâng lên.",
    "Qua theo dõi, một số nơi còn lúng túng khi triển khai, nhất là đối với {o}.",
    "Kết quả khảo sát cho thấy {o} chưa đáp ứng được nhu cầu thực tế.",
    "Nguồn lực dành cho {o} còn phân tán, thiếu ổn định giữa các năm.",
    "Nguyên nhân chủ yếu là sự phân công giữa các cơ quan chưa rõ, số liệu về {o} thiếu thống nhất.",
    "Bên cạnh đó, thời tiết diễn biến bất thường đã ảnh hưởng đến tiến độ chung.",
    "Nhân dân đánh giá cao những cách làm gần dân, dễ hiểu, dễ theo dõi.",
    "Tuy vậy, khoảng cách giữa địa bàn thuận lợi và địa bàn khó khăn còn lớn.",
    "So với cùng kỳ, số vụ việc phát sinh giảm khoảng một phần tư, song mức độ phức tạp tăng.",
    "Nhiều sáng kiến ở cơ sở liên quan đến {o} đã cho kết quả bước đầu.",
    "Việc chia sẻ dữ liệu giữa các ngành chưa thông suốt, có nơi vẫn nhập tay nhiều lần.",
    "Ở một vài địa bàn, {o} mới dừng lại ở mức làm điểm.",
    "Công tác tuyên truyền đã đa dạng hơn về hình thức, gắn với sinh hoạt của từng nhóm dân cư.",
    "Dư luận quan tâm nhiều đến {o}, nhất là vào các tháng cao điểm.",
];

/// Mục đích, yêu cầu.
pub const AIMS: [&str; 10] = [
    "Tạo sự thống nhất về nhận thức và hành động trong công tác {t}.",
    "Nâng cao trách nhiệm của người đứng đầu, gắn với kết quả đánh giá hằng năm.",
    "Bảo đảm mọi việc đều rõ người, rõ thời gian và rõ sản phẩm.",
    "Việc triển khai thiết thực, tiết kiệm, không phô trương, hình thức.",
    "Khắc phục tình trạng chồng chéo, bỏ trống nhiệm vụ giữa các cơ quan.",
    "Lấy sự hài lòng của người dân làm thước đo hiệu quả.",
    "Phát huy vai trò giám sát của cộng đồng đối với {o}.",
    "Từng bước hình thành nền nếp quản lý mới đối với {o}.",
    "Góp phần hoàn thành các chỉ tiêu kinh tế - xã hội của năm.",
    "Giữ vững ổn định từ cơ sở, không để phát sinh điểm nóng.",
];

/// What was done, in a report; `{n}` is a number.
pub const RESULTS: [&str; 10] = [
    "Đã mở {n} lớp tập huấn với hơn một nghìn lượt người tham dự.",
    "Đã kiểm tra {n} cơ sở, phát hiện và nhắc nhở 09 trường hợp.",
    "Đã hoàn thành {n} trong số 60 nội dung của năm, đạt mức khá so với mặt bằng chung.",
    "Đến nay có {n} xã, phường được đánh giá tốt về {o}.",
    "Tổng kinh phí đã chi là {n} triệu đồng, trong đó nguồn xã hội hóa chiếm một phần ba.",
    "Số tin, bài về {o} đạt {n}, tăng gấp rưỡi năm trước.",
    "Đã tiếp nhận {n} ý kiến góp ý của người dân, tất cả đã được trả lời.",
    "Tỷ lệ hồ sơ đúng hạn đạt 97,{n} phần trăm.",
    "Có {n} mô hình hay được giới thiệu trong toàn ngành.",
    "Việc cập nhật số liệu về {o} đạt {n} phần trăm so với yêu cầu.",
];

/// What is to be done; `{o}` is one of the objects of the topic.
pub const ACTIONS: [&str; 24] = [
    "rà soát, lập danh mục {o}",
    "xây dựng phương án quản lý {o}",
    "kiểm tra thực tế {o} tại ít nhất ba địa bàn",
    "bố trí kinh phí, nhân lực phục vụ {o}",
    "cập nhật đầy đủ thông tin về {o} lên hệ thống dùng chung",
    "tham mưu cấp có thẩm quyền chấn chỉnh {o}",
    "tổ chức tập huấn cho cán bộ phụ trách {o}",
    "phân công cán bộ đầu mối theo dõi {o}",
    "công khai kết quả kiểm tra {o} trên trang thông tin điện tử",
    "hoàn thiện quy định nội bộ về {o}",
    "đề xuất mức hỗ trợ đối với {o}",
    "đánh giá hiệu quả của {o}, kiến nghị hướng điều chỉnh",
    "tuyên truyền, vận động người dân tham gia giám sát {o}",
    "xử lý dứt điểm những tồn tại liên quan đến {o}",
    "nhân rộng cách làm tốt về {o}",
    "lập kế hoạch duy tu, nâng cấp {o}",
    "hướng dẫn nghiệp vụ về {o} cho cấp cơ sở",
    "thống kê, phân loại {o} theo mức độ ưu tiên",
    "thí điểm giao quyền tự chủ đối với {o}",
    "thẩm định dự toán chi cho {o}",
    "rút ngắn thời gian giải quyết công việc liên quan đến {o}",
    "bổ sung trang thiết bị cần thiết cho {o}",
    "kết nối dữ liệu về {o} với các ngành liên quan",
    "xây dựng tài liệu hỏi đáp về {o}",
];
